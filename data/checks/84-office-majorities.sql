-- The majority for an office from the votes, and as an article has it
-- Articles write round figures ("some 275,000"): agreed to the thousand where theirs ends in three noughts.
SELECT concat_ws(' ', r.subject, r.year, r.source_id) AS key, o.majority AS first, o.source_id AS first_source,
       r.figure AS second, r.source_id AS second_source,
       CASE WHEN r.figure % 1000 = 0 THEN abs(o.majority - r.figure) < 1000 ELSE o.majority = r.figure END AS agree
FROM reported r JOIN office_result o ON o.office_id = r.subject AND o.year = r.year
WHERE r.subject_kind = 'office' AND r.measure = 'majority' AND o.majority IS NOT NULL;
