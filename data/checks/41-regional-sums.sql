-- Seats won, added up over a region's councils, and the region's total (2016 and 2024)
-- Scheduled polls, small parties added up as the regional total does.
WITH told AS (
    SELECT subject, year, party_id, figure, source_id FROM reported
    WHERE measure = 'seats won' AND subject_kind = 'area' AND source_id = 'region-seats-won'
), summed AS (
    SELECT 'region:' || name_key_slug AS subject, year, party_id, sum(seats) AS seats, min(source_id) AS source_id FROM (
        SELECT replace(lower(k.region), ' ', '-') AS name_key_slug, p.year,
               CASE WHEN p.party_id IN (SELECT party_id FROM told t WHERE t.year = p.year) THEN p.party_id ELSE 'other' END AS party_id, p.seats, p.source_id
        FROM poll_party p JOIN council k USING (council_id) WHERE k.nation = 'England' AND p.year IN (SELECT year FROM told)
    ) GROUP BY ALL
)
SELECT concat_ws(' ', subject, year, party_id) AS key, coalesce(s.seats, 0) AS first,
       coalesce(s.source_id, any_value(s.source_id) OVER p) AS first_source, coalesce(t.figure, 0) AS second,
       coalesce(t.source_id, any_value(t.source_id) OVER p) AS second_source, coalesce(s.seats, 0) = coalesce(t.figure, 0) AS agree
FROM summed s FULL JOIN told t USING (subject, year, party_id)
WHERE coalesce(s.seats, 0) > 0 OR t.figure IS NOT NULL
WINDOW p AS (PARTITION BY subject, year);
