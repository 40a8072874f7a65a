-- Seats won where part of the council was elected: no more than the party then holds
-- The rest of the seats were won in other years, so the two figures need not be equal; more won than held cannot be.
WITH won AS (
    SELECT w.council_id, w.year, CASE WHEN a.party_id IS NULL THEN 'other' ELSE w.party_id END AS party_id,
           count(*) AS seats, min(w.source_id) AS source_id, any_value(b.source_id) AS held_source
    FROM winner w JOIN block b ON b.council_id = w.council_id AND b.year = w.year AND b.moment = 'snapshot'
    LEFT JOIN apart a ON a.source_id = b.source_id AND a.year = b.year AND a.moment = b.moment AND a.party_id = w.party_id
    WHERE w.election_id NOT IN (SELECT election_id FROM whole_council)
    GROUP BY ALL
)
SELECT concat_ws(' ', w.council_id, w.year, w.party_id) AS key, w.seats AS first, w.source_id AS first_source,
       coalesce(h.seats, 0) AS second, w.held_source AS second_source, w.seats <= coalesce(h.seats, 0) AS agree
FROM won w LEFT JOIN composition h
     ON h.council_id = w.council_id AND h.year = w.year AND h.moment = 'snapshot' AND h.party_id = w.party_id;
