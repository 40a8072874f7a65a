-- Votes, ward by ward, and the council's total
-- All votes of a party's candidates at one council's polls of a day against electionresults.uk's addition.
WITH mine AS (
    SELECT t.election_id, d.party_id, coalesce(sum(d.votes), 0) AS votes, min(d.source_id) AS source_id
    FROM candidacy d JOIN contest t USING (contest_id) JOIN by_candidates USING (election_id) GROUP BY ALL
), theirs AS (
    SELECT election_id, party_id, sum(votes) AS votes, min(source_id) AS source_id FROM election_party GROUP BY ALL
)
SELECT concat_ws(' ', election_id, party_id) AS key,
       coalesce(m.votes, 0) AS first, coalesce(m.source_id, any_value(m.source_id) OVER e) AS first_source,
       coalesce(t.votes, 0) AS second, coalesce(t.source_id, any_value(t.source_id) OVER e) AS second_source,
       coalesce(m.votes, 0) = coalesce(t.votes, 0) AS agree
FROM mine m FULL JOIN theirs t USING (election_id, party_id)
WINDOW e AS (PARTITION BY election_id)
QUALIFY bool_or(m.votes IS NOT NULL) OVER e AND bool_or(t.votes IS NOT NULL) OVER e;
