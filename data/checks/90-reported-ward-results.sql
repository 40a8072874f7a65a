-- Who won a ward, and who a named page says gained or held it (2016)
SELECT concat_ws(' ', r.subject, r.year, r.measure, r.source_id) AS key, string_agg(DISTINCT d.party_id, '+' ORDER BY d.party_id) AS first, min(d.source_id) AS first_source,
       r.party_id AS second, r.source_id AS second_source, bool_or(d.party_id = r.party_id) AS agree
FROM reported r
JOIN contest t ON t.council_id || '/' || t.ward_slug = r.subject AND t.year = r.year
JOIN candidacy d ON d.contest_id = t.contest_id AND d.elected
WHERE r.subject_kind = 'ward' AND r.measure IN ('gain', 'hold') AND r.party_id IS NOT NULL
GROUP BY r.reported_id, r.subject, r.year, r.measure, r.party_id, r.source_id;
