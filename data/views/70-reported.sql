-- Every reported figure with its subject's name, who said it and when, and whether every council had declared.
-- `authority`: 1 the broadcaster's or the Library's figure with all declared, 2 a figure worked out from full
-- results, 3 a page on one place, 4 an article with a full or unstated count, 5 an article with a count under way.
CREATE TABLE said AS
WITH ward AS (
    SELECT DISTINCT council_id || '/' || ward_slug AS subject, first(ward ORDER BY year) AS ward, council_id FROM contest GROUP BY ALL
), told AS (
    SELECT r.*, s.title, s.publisher AS source_publisher, s.as_of, r.declared < r.of_total AS counting
    FROM reported r JOIN source s USING (source_id)
)
SELECT t.reported_id, t.subject_kind, t.subject,
       coalesce(k.name, a.name, o.name, w.ward, t.subject) AS subject_name, wk.name AS ward_council, coalesce(k.council_id, w.council_id) AS council_id,
       t.year, t.party_id, p.name AS party, t.measure, t.figure, t.from_party AS from_party_id, f.name AS from_party, t.basis,
       t.declared, t.of_total, NOT coalesce(t.counting, false) AS final,
       CASE WHEN t.source_id LIKE 'article-%' THEN t.title
            WHEN t.basis = 'eve of poll' OR contains(coalesce(t.page, ''), 'commonslibrary') THEN 'House of Commons Library'
            WHEN regexp_matches(coalesce(t.page, ''), '[./]bbci?[.]') OR contains(coalesce(t.note, ''), 'BBC') THEN 'BBC'
            WHEN t.page IS NOT NULL THEN regexp_extract(t.page, '://(?:www\.)?([^/]+)', 1)
            WHEN t.source_id = 'reported-wm-2016' THEN split_part(t.note, ';', 1)
            ELSE t.source_publisher END AS said_by,
       t.as_of AS said_on,
       CASE WHEN t.source_id LIKE 'article-%' THEN CASE WHEN t.counting THEN 5 ELSE 4 END
            WHEN t.source_id IN ('region-seats-won', 'region-net-change') THEN 2
            WHEN t.source_id = 'reported-wm-2016' THEN 3 ELSE 1 END AS authority,
       t.note, t.page, t.source_id
FROM told t
LEFT JOIN council k ON t.subject_kind = 'council' AND k.council_id = t.subject
LEFT JOIN area a ON t.subject_kind = 'area' AND a.area_id = t.subject
LEFT JOIN office o ON t.subject_kind = 'office' AND o.office_id = t.subject
LEFT JOIN ward w ON t.subject_kind = 'ward' AND w.subject = t.subject
LEFT JOIN council wk ON wk.council_id = w.council_id
LEFT JOIN party p ON p.party_id = t.party_id
LEFT JOIN party f ON f.party_id = t.from_party
ORDER BY t.reported_id;
