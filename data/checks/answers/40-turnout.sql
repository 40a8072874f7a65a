-- Turnout of a ward, as a percentage
SELECT t.contest_id AS key, concat('turnout in ', t.ward, ' in ', k.name, ' in ', t.year) AS question,
       NULL::VARCHAR[] AS expected, t.turnout - 0.051 AS least, t.turnout + 0.051 AS most
FROM contest t JOIN council k USING (council_id)
WHERE t.turnout IS NOT NULL AND NOT t.by_election
  AND NOT EXISTS (SELECT 1 FROM contest b WHERE b.by_election AND b.council_id = t.council_id AND b.ward_slug = t.ward_slug AND b.year = t.year);
