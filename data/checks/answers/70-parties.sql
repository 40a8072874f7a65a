-- Every party that stood, found by its name: its candidates, their votes and the seats they won
-- Each at the scheduled poll where it had most votes: all votes of all its candidates, under first past the post.
WITH stood AS (
    SELECT d.party_id, t.council_id, t.year, count(*) AS candidates, count(*) FILTER (d.elected) AS seats,
           CASE WHEN count(d.votes) = count(*) THEN sum(d.votes) END AS votes
    FROM candidacy d JOIN contest t USING (contest_id) JOIN election e USING (election_id)
    WHERE e.scheduled AND NOT t.by_election AND t.voting_system = 'first past the post'
    GROUP BY d.party_id, t.council_id, t.year
), best AS (
    SELECT * FROM stood QUALIFY row_number() OVER (PARTITION BY party_id ORDER BY votes DESC NULLS LAST, year DESC, council_id) = 1
), asked AS (
    SELECT party_id, council_id, year, 'votes' AS what, concat('how many votes did ', p.name, ' get in ', k.name, ' in ', b.year) AS question, b.votes AS figure
    FROM best b JOIN party p USING (party_id) JOIN council k USING (council_id) WHERE p.kind = 'party'
    UNION ALL
    SELECT party_id, council_id, year, 'seats', concat('how many seats did ', p.name, ' win in ', k.name, ' in ', b.year), b.seats
    FROM best b JOIN party p USING (party_id) JOIN council k USING (council_id) WHERE p.kind = 'party'
    UNION ALL
    SELECT party_id, council_id, year, 'candidates', concat('how many candidates did ', p.name, ' have in ', k.name, ' in ', b.year), b.candidates
    FROM best b JOIN party p USING (party_id) JOIN council k USING (council_id) WHERE p.kind = 'party'
)
SELECT concat_ws(' ', party_id, council_id, year, what) AS key, question, NULL::VARCHAR[] AS expected,
       figure::DOUBLE AS least, figure::DOUBLE AS most
FROM asked WHERE figure IS NOT NULL;
