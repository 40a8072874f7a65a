-- Seats won, added up over a nation's councils, and the national total as reported
-- Scheduled polls only; wards where they are held for every council of the year, else the council totals. Totals
-- said while counting went on, or of nations and years whose polls are not held, are left out; so are independents and
-- residents, among whom pages count local parties that have their own name here.
WITH known AS (
    SELECT c.year, k.nation, p.party_id, p.seats, p.source_id
    FROM poll_party p JOIN poll c USING (election_id) JOIN council k ON k.council_id = c.council_id
    WHERE p.seats IS NOT NULL
), place(subject, nation) AS (
    VALUES ('nation:england', 'England'), ('nation:great-britain', 'England'), ('nation:great-britain', 'Scotland'), ('nation:great-britain', 'Wales')
), summed AS (
    SELECT a.subject, n.year, n.party_id, sum(n.seats) AS seats, string_agg(DISTINCT n.source_id, '+' ORDER BY n.source_id) AS source_id
    FROM known n JOIN place a USING (nation) GROUP BY ALL
), whole AS (
    SELECT a.subject, n.year FROM place a JOIN (SELECT DISTINCT nation, year FROM known) n USING (nation)
    WHERE a.subject = 'nation:england' AND year NOT IN (2012, 2015)
    UNION ALL SELECT 'nation:great-britain', 2017
)
SELECT concat_ws(' ', r.subject, r.year, r.party_id, r.source_id) AS key, coalesce(s.seats, 0) AS first,
       coalesce(s.source_id, any_value(s.source_id) OVER (PARTITION BY r.subject, r.year)) AS first_source,
       r.figure AS second, r.source_id AS second_source, coalesce(s.seats, 0) = r.figure AS agree
FROM reported r JOIN whole USING (subject, year)
LEFT JOIN summed s ON s.subject = r.subject AND s.year = r.year AND s.party_id = r.party_id
WHERE r.measure = 'seats won' AND r.subject_kind = 'area' AND r.party_id NOT IN ('independent', 'residents-association') AND (r.declared IS NULL OR r.declared = r.of_total);
