-- Votes of a ward that filled one place, within its electorate times its turnout
-- As many as came to vote, or up to a seventh fewer: papers are rejected. The two come from different papers, so two per cent over is let pass.
SELECT t.contest_id AS key, concat('how many votes were cast in ', t.ward, ' in ', k.name, ' in ', t.year) AS question,
       NULL::VARCHAR[] AS expected, 0.85 * t.electorate * t.turnout / 100 AS least,
       1.02 * t.electorate * t.turnout / 100 + 0.015 * t.electorate AS most
FROM contest t JOIN council k USING (council_id)
WHERE t.turnout IS NOT NULL AND t.electorate > 0 AND t.seats = 1 AND t.voting_system = 'first past the post'
  AND t.votes_held = 'candidates' AND NOT t.uncontested AND NOT t.by_election
  AND NOT EXISTS (SELECT 1 FROM contest b WHERE b.by_election AND b.council_id = t.council_id AND b.ward_slug = t.ward_slug AND b.year = t.year);
