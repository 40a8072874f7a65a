-- Net change in a region added up from the Commons Library's council tables, and as worked out elsewhere (2022 and 2023)
-- After the poll less the Library's own baseline, over the councils that are in both: new ones have no baseline.
WITH moved AS (
    SELECT 'region:' || replace(lower(k.region), ' ', '-') AS subject, c.year, c.party_id,
           sum(CASE c.moment WHEN 'after poll' THEN c.seats ELSE -c.seats END) AS seats, min(c.source_id) AS source_id
    FROM composition c JOIN council k USING (council_id)
    WHERE c.moment <> 'snapshot' AND EXISTS (SELECT 1 FROM block b WHERE b.council_id = c.council_id AND b.year = c.year AND b.moment = 'before poll')
    GROUP BY ALL
), told AS (
    SELECT subject, year, party_id, figure, source_id FROM reported WHERE source_id = 'region-net-change'
)
SELECT concat_ws(' ', subject, year, party_id) AS key, coalesce(m.seats, 0) AS first, coalesce(m.source_id, 'commons-' || year) AS first_source,
       t.figure AS second, t.source_id AS second_source, coalesce(m.seats, 0) = t.figure AS agree
FROM told t LEFT JOIN moved m USING (subject, year, party_id);
