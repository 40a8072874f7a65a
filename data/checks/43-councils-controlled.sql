-- Councils controlled after the poll, counted, and the national total as reported
-- Councils that voted that year; the Commons tables of 2022 and 2023, else the composition of the year. Not every council
-- that voted in 2012, 2013 and 2015 is known; pages count independents and residents each their own way.
WITH place(subject, nation) AS (
    VALUES ('nation:england', 'England'), ('nation:great-britain', 'England'), ('nation:great-britain', 'Scotland'), ('nation:great-britain', 'Wales')
), head AS (
    SELECT c.council_id, c.year, c.majority_party AS party_id, c.source_id FROM control c
    JOIN election e ON e.council_id = c.council_id AND e.year = c.year AND e.scheduled
    WHERE c.moment = 'after poll' OR c.moment = 'snapshot' AND c.year NOT IN (2022, 2023)
), counted AS (
    SELECT a.subject, h.year, h.party_id, count(*) AS councils, min(h.source_id) AS source_id
    FROM head h JOIN council k USING (council_id) JOIN place a USING (nation) WHERE h.party_id IS NOT NULL GROUP BY ALL
), told AS (
    SELECT subject, year, party_id, figure, source_id FROM reported
    WHERE measure = 'councils' AND subject_kind = 'area' AND (declared IS NULL OR declared = of_total) AND (year = 2014 OR year >= 2016)
      AND party_id NOT IN ('independent', 'residents-association')
)
SELECT concat_ws(' ', subject, year, party_id, t.source_id) AS key, coalesce(c.councils, 0) AS first,
       coalesce(c.source_id, any_value(c.source_id) OVER (PARTITION BY subject, year), 'ocd-composition-2016-26') AS first_source,
       t.figure AS second, t.source_id AS second_source, coalesce(c.councils, 0) = t.figure AS agree
FROM told t LEFT JOIN counted c USING (subject, year, party_id);
