-- Seats after a poll in the composition, and as named pages have them
SELECT DISTINCT concat_ws(' ', r.subject, r.year, r.party_id, r.source_id) AS key, coalesce(c.seats, 0) AS first, b.source_id AS first_source,
       r.figure AS second, r.source_id AS second_source, coalesce(c.seats, 0) = r.figure AS agree
FROM reported r JOIN block b ON b.council_id = r.subject AND b.year = r.year AND b.moment = 'snapshot'
LEFT JOIN composition c ON c.council_id = r.subject AND c.year = r.year AND c.moment = 'snapshot' AND c.party_id = r.party_id
WHERE r.subject_kind = 'council' AND r.measure = 'seats after' AND r.party_id IS NOT NULL;
