-- What each thing is called where it is listed, and what it is in: a ward's council.
CREATE TABLE thing AS
SELECT 'council' AS kind, council_id AS id, name, NULL::VARCHAR AS inside FROM council
UNION ALL SELECT 'area', area_id, name, NULL FROM area
UNION ALL SELECT DISTINCT 'area', 'kind:' || kind, kind, NULL FROM council
UNION ALL SELECT 'party', party_id, name, NULL FROM party
UNION ALL SELECT 'party', 'none', 'No overall control', NULL
UNION ALL SELECT 'office', office_id, name, NULL FROM office
UNION ALL SELECT 'ward', council_id || '/' || ward_slug, arg_max(ward, t.year), any_value(c.name)
FROM contest t JOIN council c USING (council_id) GROUP BY council_id, ward_slug
UNION ALL SELECT 'ward', m.council_id || '/' || m.ward_slug, arg_max(m.ward, m.year), any_value(c.name)
FROM member m JOIN council c USING (council_id)
WHERE NOT EXISTS (FROM contest t WHERE t.council_id = m.council_id AND t.ward_slug = m.ward_slug)
GROUP BY m.council_id, m.ward_slug
ORDER BY kind, id;
