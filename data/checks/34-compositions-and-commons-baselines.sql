-- The composition where part of the council was elected, and the Commons Library's baseline of that poll (2017 to 2019)
-- Both add up parties their own way: compared are those that both count apart, and the rest together.
WITH pair AS (
    SELECT b.council_id, b.year, b.baseline, b.source_id AS theirs, s.source_id AS ours
    FROM block b JOIN block s ON s.council_id = b.council_id AND s.year = b.baseline AND s.moment = 'snapshot'
    WHERE b.moment = 'before poll'
      AND NOT EXISTS (SELECT 1 FROM whole_council w WHERE w.council_id = b.council_id AND w.year = b.baseline)
), shared AS (
    SELECT p.council_id, p.year, t.party_id FROM pair p
    JOIN apart t ON t.source_id = p.theirs AND t.year = p.year AND t.moment = 'before poll'
    JOIN apart o ON o.source_id = p.ours AND o.year = p.baseline AND o.moment = 'snapshot' AND o.party_id = t.party_id
), before AS (
    SELECT p.council_id, p.year, p.baseline, CASE WHEN s.party_id IS NULL THEN 'other' ELSE c.party_id END AS party_id, sum(c.seats) AS seats, p.theirs AS source_id
    FROM pair p JOIN composition c ON c.council_id = p.council_id AND c.year = p.year AND c.moment = 'before poll' AND c.source_id = p.theirs
    LEFT JOIN shared s ON s.council_id = p.council_id AND s.year = p.year AND s.party_id = c.party_id GROUP BY ALL
), held AS (
    SELECT p.council_id, p.year, p.baseline, CASE WHEN s.party_id IS NULL THEN 'other' ELSE c.party_id END AS party_id, sum(c.seats) AS seats, p.ours AS source_id
    FROM pair p JOIN composition c ON c.council_id = p.council_id AND c.year = p.baseline AND c.moment = 'snapshot' AND c.source_id = p.ours
    LEFT JOIN shared s ON s.council_id = p.council_id AND s.year = p.year AND s.party_id = c.party_id GROUP BY ALL
)
SELECT concat_ws(' ', council_id, baseline, party_id) AS key,
       coalesce(h.seats, 0) AS first, coalesce(h.source_id, any_value(h.source_id) OVER c) AS first_source,
       coalesce(a.seats, 0) AS second, coalesce(a.source_id, any_value(a.source_id) OVER c) AS second_source,
       coalesce(h.seats, 0) = coalesce(a.seats, 0) AS agree
FROM held h FULL JOIN before a USING (council_id, year, baseline, party_id)
WINDOW c AS (PARTITION BY council_id, baseline);
