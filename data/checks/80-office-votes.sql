-- Votes of all candidates for an office added up, and the valid votes
SELECT t.contest_id AS key, sum(d.first_votes) AS first, min(d.source_id) AS first_source, t.valid_votes AS second, t.source_id AS second_source,
       sum(d.first_votes) = t.valid_votes AS agree
FROM office_contest t JOIN office_candidacy d USING (contest_id)
WHERE t.complete AND t.valid_votes IS NOT NULL GROUP BY t.contest_id, t.valid_votes, t.source_id HAVING sum(d.first_votes) IS NOT NULL;
