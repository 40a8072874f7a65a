-- Who won a ward's seats, and who sits for it in the roster of that year
-- A contest differs where somebody it did not elect sits for the ward, and somebody it did elect does not. Names are
-- compared by surname and first letter, as some sources print initials.
WITH sitting AS (
    SELECT council_id, year, ward_slug, name, name_key(surname) AS surname, lower(left(name, 1)) AS initial, source_id FROM councillor
), stood AS (
    SELECT t.contest_id, t.council_id, t.year, t.ward_slug, d.name, name_key(d.surname) AS surname, lower(left(d.name, 1)) AS initial, d.elected, d.source_id
    FROM candidacy d JOIN contest t USING (contest_id)
    WHERE (t.council_id, t.year, t.ward_slug) IN (SELECT council_id, year, ward_slug FROM sitting)
), absent AS (
    SELECT s.contest_id, string_agg(s.name, ', ' ORDER BY s.name) AS names FROM stood s
    WHERE s.elected AND NOT EXISTS (SELECT 1 FROM sitting m WHERE m.council_id = s.council_id AND m.year = s.year AND m.ward_slug = s.ward_slug AND m.surname = s.surname)
    GROUP BY ALL
), instead AS (
    SELECT s.contest_id, string_agg(DISTINCT m.name, ', ' ORDER BY m.name) AS names, min(m.source_id) AS source_id
    FROM stood s JOIN sitting m ON m.council_id = s.council_id AND m.year = s.year AND m.ward_slug = s.ward_slug AND m.surname = s.surname AND m.initial = s.initial
    WHERE NOT s.elected AND NOT EXISTS (SELECT 1 FROM stood w WHERE w.contest_id = s.contest_id AND w.elected AND w.surname = s.surname AND w.initial = s.initial)
    GROUP BY ALL
)
SELECT c.contest_id AS key, CASE WHEN i.names IS NULL OR a.names IS NULL THEN 'sits' ELSE a.names END AS first, c.source_id AS first_source,
       CASE WHEN i.names IS NULL OR a.names IS NULL THEN 'sits' ELSE i.names END AS second, coalesce(i.source_id, c.roster) AS second_source,
       a.names IS NULL OR i.names IS NULL AS agree
FROM (SELECT contest_id, min(source_id) AS source_id, concat('ocd-councillors-', any_value(year)) AS roster FROM stood GROUP BY ALL) c
LEFT JOIN absent a USING (contest_id) LEFT JOIN instead i USING (contest_id);
