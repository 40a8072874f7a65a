-- Seats won where the whole council was elected, and the composition that year
-- Winners by party, small parties added up as the composition does.
WITH won AS (
    SELECT w.council_id, w.year, CASE WHEN a.party_id IS NULL THEN 'other' ELSE w.party_id END AS party_id,
           count(*) AS seats, min(w.source_id) AS source_id
    FROM winner w JOIN whole_council c USING (election_id)
    JOIN block b ON b.council_id = w.council_id AND b.year = w.year AND b.moment = 'snapshot'
    LEFT JOIN apart a ON a.source_id = b.source_id AND a.year = b.year AND a.moment = b.moment AND a.party_id = w.party_id
    GROUP BY ALL
), held AS (
    SELECT council_id, year, party_id, seats, source_id FROM composition
    WHERE moment = 'snapshot' AND (council_id, year) IN (SELECT council_id, year FROM won)
)
SELECT concat_ws(' ', council_id, year, party_id) AS key,
       coalesce(w.seats, 0) AS first, coalesce(w.source_id, any_value(w.source_id) OVER c) AS first_source,
       coalesce(h.seats, 0) AS second, coalesce(h.source_id, any_value(h.source_id) OVER c) AS second_source,
       coalesce(w.seats, 0) = coalesce(h.seats, 0) AS agree
FROM won w FULL JOIN held h USING (council_id, year, party_id)
WINDOW c AS (PARTITION BY council_id, year);
