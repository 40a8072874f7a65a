-- The council's total of seats won where the whole council was elected, and the Commons Library's table after the poll (2023)
-- Only where the total has every seat: it leaves uncontested ones out.
WITH full_total AS (
    SELECT p.election_id FROM election_party p JOIN whole_council c USING (election_id)
    WHERE p.election_id NOT IN (SELECT election_id FROM winner)
    GROUP BY p.election_id, c.size HAVING sum(p.seats) = c.size
), won AS (
    SELECT e.council_id, e.year, CASE WHEN a.party_id IS NULL OR k.nation <> 'England' AND p.party_id = 'green' THEN 'other' ELSE p.party_id END AS party_id,
           sum(p.seats) AS seats, min(p.source_id) AS source_id
    FROM election_party p JOIN full_total USING (election_id) JOIN election e USING (election_id) JOIN council k ON k.council_id = e.council_id
    JOIN block b ON b.council_id = e.council_id AND b.year = e.year AND b.moment = 'after poll'
    LEFT JOIN apart a ON a.source_id = b.source_id AND a.year = b.year AND a.moment = b.moment AND a.party_id = p.party_id
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
