-- The composition, and the Commons Library's council table after the poll (2022 and 2023)
-- Parties that the Library adds up are added up in the composition too, and the Library's vacant seats are counted
-- as "other", where the composition has them.
WITH after AS (
    SELECT council_id, year, party_id, sum(seats) AS seats, min(source_id) AS source_id FROM (
        SELECT council_id, year, party_id, seats, source_id FROM composition WHERE moment = 'after poll'
        UNION ALL SELECT council_id, year, 'other', vacant, source_id FROM block WHERE moment = 'after poll' AND vacant > 0
    ) GROUP BY ALL
), held AS (
    SELECT s.council_id, s.year, CASE WHEN a.party_id IS NULL OR n.folded THEN 'other' ELSE s.party_id END AS party_id,
           sum(s.seats) AS seats, min(s.source_id) AS source_id
    FROM composition s
    JOIN (SELECT council_id, nation <> 'England' AS outside FROM council) k USING (council_id)
    JOIN block b ON b.council_id = s.council_id AND b.year = s.year AND b.moment = 'after poll'
    LEFT JOIN apart a ON a.source_id = b.source_id AND a.year = b.year AND a.moment = b.moment AND a.party_id = s.party_id
    -- The Library's table of Scotland and Wales has the Greens among the others.
    CROSS JOIN LATERAL (SELECT k.outside AND s.party_id = 'green' AS folded) n
    WHERE s.moment = 'snapshot'
    GROUP BY ALL
)
SELECT concat_ws(' ', council_id, year, party_id) AS key,
       coalesce(h.seats, 0) AS first, coalesce(h.source_id, any_value(h.source_id) OVER c) AS first_source,
       coalesce(a.seats, 0) AS second, coalesce(a.source_id, any_value(a.source_id) OVER c) AS second_source,
       coalesce(h.seats, 0) = coalesce(a.seats, 0) AS agree
FROM held h FULL JOIN after a USING (council_id, year, party_id)
WINDOW c AS (PARTITION BY council_id, year);
