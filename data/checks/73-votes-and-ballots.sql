-- Votes of all candidates, and ballots times places: no voter has more votes than there are places
-- A hundredth over is let pass: the two come from different papers of the council.
SELECT t.contest_id AS key, sum(d.votes) AS first, min(d.source_id) AS first_source,
       t.ballots * t.seats AS second, t.turnout_source_id AS second_source, sum(d.votes) <= 1.01 * t.ballots * t.seats AS agree
FROM contest t JOIN candidacy d USING (contest_id)
WHERE t.ballots IS NOT NULL AND t.seats IS NOT NULL AND t.voting_system = 'first past the post'
GROUP BY t.contest_id, t.ballots, t.seats, t.turnout_source_id HAVING sum(d.votes) IS NOT NULL;
