-- A party's share of the votes of a council's poll, as a percentage
-- Only polls whose every contested ward filled one place under first past the post with all votes held: elsewhere a share has several bases.
WITH poll AS (
    SELECT election_id FROM contest t JOIN election e USING (election_id) WHERE e.scheduled AND NOT t.by_election GROUP BY election_id
    HAVING bool_and(t.seats = 1 AND t.voting_system = 'first past the post' AND (t.uncontested OR t.votes_held = 'candidates'))
), summed AS (
    SELECT t.election_id, t.council_id, t.year, d.party_id, sum(d.votes) AS votes
    FROM contest t JOIN poll USING (election_id) JOIN candidacy d USING (contest_id)
    WHERE NOT t.by_election GROUP BY t.election_id, t.council_id, t.year, d.party_id
), total AS (
    SELECT election_id, sum(votes) AS cast_all FROM summed GROUP BY election_id
)
SELECT concat_ws(' ', s.election_id, s.party_id) AS key, concat(p.name, ' vote share in ', k.name, ' in ', s.year) AS question,
       NULL::VARCHAR[] AS expected, 100.0 * votes / cast_all - 0.051 AS least, 100.0 * votes / cast_all + 0.051 AS most
FROM summed s JOIN total USING (election_id) JOIN party p USING (party_id) JOIN council k USING (council_id)
WHERE p.kind = 'party' AND votes > 0;
