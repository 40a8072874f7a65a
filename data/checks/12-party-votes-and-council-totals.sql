-- Votes by party and ward of May 2023, and the council's total
-- Only councils whose every ward filled one place: elsewhere the wards hold a party's top candidate, the totals all its votes.
WITH one AS (
    SELECT election_id FROM contest GROUP BY ALL HAVING max(seats) = 1 AND bool_and(votes_held = 'parties')
), mine AS (
    SELECT t.election_id, w.party_id, sum(w.votes) AS votes, min(w.source_id) AS source_id
    FROM ward_party w JOIN contest t USING (contest_id) JOIN one USING (election_id) GROUP BY ALL
), theirs AS (
    SELECT election_id, party_id, sum(votes) AS votes, min(source_id) AS source_id FROM election_party JOIN one USING (election_id) GROUP BY ALL
)
SELECT concat_ws(' ', election_id, party_id) AS key,
       coalesce(m.votes, 0) AS first, coalesce(m.source_id, any_value(m.source_id) OVER e) AS first_source,
       coalesce(t.votes, 0) AS second, coalesce(t.source_id, any_value(t.source_id) OVER e) AS second_source,
       coalesce(m.votes, 0) = coalesce(t.votes, 0) AS agree
FROM mine m FULL JOIN theirs t USING (election_id, party_id)
WINDOW e AS (PARTITION BY election_id)
QUALIFY bool_or(m.votes IS NOT NULL) OVER e AND bool_or(t.votes IS NOT NULL) OVER e;
