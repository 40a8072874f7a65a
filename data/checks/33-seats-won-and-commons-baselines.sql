-- Seats won where the whole council was elected, and the Commons Library's baseline of that poll (2017 to 2019)
-- The Library's columns "before" speak of the poll four or five years earlier.
WITH won AS (
    SELECT w.council_id, b.year, b.baseline, CASE WHEN a.party_id IS NULL OR k.nation <> 'England' AND w.party_id = 'green' THEN 'other' ELSE w.party_id END AS party_id,
           count(*) AS seats, min(w.source_id) AS source_id
    FROM winner w JOIN whole_council c USING (election_id) JOIN council k ON k.council_id = w.council_id
    JOIN block b ON b.council_id = w.council_id AND b.baseline = w.year AND b.moment = 'before poll'
    LEFT JOIN apart a ON a.source_id = b.source_id AND a.year = b.year AND a.moment = b.moment AND a.party_id = w.party_id
    GROUP BY ALL
), before AS (
    SELECT c.council_id, c.year, b.baseline, c.party_id, c.seats, c.source_id FROM composition c JOIN block b USING (council_id, year, moment, source_id)
    WHERE c.moment = 'before poll' AND (c.council_id, c.year) IN (SELECT council_id, year FROM won)
)
SELECT concat_ws(' ', council_id, baseline, party_id) AS key,
       coalesce(w.seats, 0) AS first, coalesce(w.source_id, any_value(w.source_id) OVER c) AS first_source,
       coalesce(a.seats, 0) AS second, coalesce(a.source_id, any_value(a.source_id) OVER c) AS second_source,
       coalesce(w.seats, 0) = coalesce(a.seats, 0) AS agree
FROM won w FULL JOIN before a USING (council_id, year, baseline, party_id)
WINDOW c AS (PARTITION BY council_id, baseline);
