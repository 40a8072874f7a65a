-- Councillors named in the roster, and the composition that year
-- The composition counts vacant seats as "other" and the roster names nobody in them, so the seats without a name
-- are added to the roster's "other".
WITH named AS (
    SELECT m.council_id, m.year, CASE WHEN a.party_id IS NULL THEN 'other' ELSE m.party_id END AS party_id,
           count(*) AS seats, min(m.source_id) AS source_id
    FROM councillor m JOIN block b ON b.council_id = m.council_id AND b.year = m.year AND b.moment = 'snapshot'
    LEFT JOIN apart a ON a.source_id = b.source_id AND a.year = b.year AND a.moment = b.moment AND a.party_id = m.party_id
    GROUP BY ALL
), nobody AS (
    SELECT n.council_id, n.year, 'other' AS party_id, b.size - sum(n.seats) AS seats, min(n.source_id) AS source_id
    FROM named n JOIN block b ON b.council_id = n.council_id AND b.year = n.year AND b.moment = 'snapshot'
    GROUP BY n.council_id, n.year, b.size HAVING b.size > sum(n.seats)
), roster AS (
    SELECT council_id, year, party_id, sum(seats) AS seats, min(source_id) AS source_id
    FROM (SELECT * FROM named UNION ALL SELECT * FROM nobody) GROUP BY ALL
), held AS (
    SELECT council_id, year, party_id, seats, source_id FROM composition
    WHERE moment = 'snapshot' AND (council_id, year) IN (SELECT council_id, year FROM roster)
)
SELECT concat_ws(' ', council_id, year, party_id) AS key,
       coalesce(r.seats, 0) AS first, coalesce(r.source_id, any_value(r.source_id) OVER c) AS first_source,
       coalesce(h.seats, 0) AS second, coalesce(h.source_id, any_value(h.source_id) OVER c) AS second_source,
       coalesce(r.seats, 0) = coalesce(h.seats, 0) AS agree
FROM roster r FULL JOIN held h USING (council_id, year, party_id)
WINDOW c AS (PARTITION BY council_id, year);
