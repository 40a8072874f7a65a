-- A ward's majority from the votes, and as an article has it
SELECT concat_ws(' ', r.subject, r.year, r.source_id) AS key, w.majority AS first, w.source_id AS first_source,
       r.figure AS second, r.source_id AS second_source, w.majority = r.figure AS agree
FROM reported r JOIN ward_poll w ON w.council_id || '/' || w.ward_slug = r.subject AND w.year = r.year
WHERE r.subject_kind = 'ward' AND r.measure = 'majority';
