-- Seats won where the whole council was elected, and the Commons Library's table after the poll (2022)
-- Parties that the Library adds up are added up here too.
WITH won AS (
    SELECT w.council_id, w.year, CASE WHEN a.party_id IS NULL OR k.nation <> 'England' AND w.party_id = 'green' THEN 'other' ELSE w.party_id END AS party_id,
           count(*) AS seats, min(w.source_id) AS source_id
    FROM winner w JOIN whole_council c USING (election_id) JOIN council k ON k.council_id = w.council_id
    JOIN block b ON b.council_id = w.council_id AND b.year = w.year AND b.moment = 'after poll'
    LEFT JOIN apart a ON a.source_id = b.source_id AND a.year = b.year AND a.moment = b.moment AND a.party_id = w.party_id
    GROUP BY ALL
), after AS (
    SELECT council_id, year, party_id, seats, source_id FROM composition
    WHERE moment = 'after poll' AND (council_id, year) IN (SELECT council_id, year FROM won)
)
SELECT concat_ws(' ', council_id, year, party_id) AS key,
       coalesce(w.seats, 0) AS first, coalesce(w.source_id, any_value(w.source_id) OVER c) AS first_source,
       coalesce(a.seats, 0) AS second, coalesce(a.source_id, any_value(a.source_id) OVER c) AS second_source,
       coalesce(w.seats, 0) = coalesce(a.seats, 0) AS agree
FROM won w FULL JOIN after a USING (council_id, year, party_id)
WINDOW c AS (PARTITION BY council_id, year);
