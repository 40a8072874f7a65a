-- Seats won at a council's poll, and as named pages have them
SELECT concat_ws(' ', r.subject, r.year, r.party_id, r.source_id) AS key, coalesce(p.seats, 0) AS first,
       coalesce(p.source_id, 'leap-' || r.year) AS first_source, r.figure AS second, r.source_id AS second_source, coalesce(p.seats, 0) = r.figure AS agree
FROM reported r LEFT JOIN poll_party p ON p.council_id = r.subject AND p.year = r.year AND p.party_id = r.party_id
WHERE r.subject_kind = 'council' AND r.measure = 'seats won' AND r.party_id IS NOT NULL;
