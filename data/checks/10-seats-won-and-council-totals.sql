-- Seats won, ward by ward, and the council's total
-- Ballot papers' winners by council, day and party against electionresults.uk's addition. Uncontested seats are
-- left out on both sides: that publisher does not count them.
WITH mine AS (
    SELECT t.election_id, d.party_id, count(*) FILTER (d.elected AND NOT t.uncontested) AS seats, min(d.source_id) AS source_id
    FROM candidacy d JOIN contest t USING (contest_id) JOIN by_candidates USING (election_id) GROUP BY ALL
), theirs AS (
    SELECT election_id, party_id, sum(seats) AS seats, min(source_id) AS source_id FROM election_party GROUP BY ALL
)
SELECT concat_ws(' ', election_id, party_id) AS key,
       coalesce(m.seats, 0) AS first, coalesce(m.source_id, any_value(m.source_id) OVER e) AS first_source,
       coalesce(t.seats, 0) AS second, coalesce(t.source_id, any_value(t.source_id) OVER e) AS second_source,
       coalesce(m.seats, 0) = coalesce(t.seats, 0) AS agree
FROM mine m FULL JOIN theirs t USING (election_id, party_id)
WINDOW e AS (PARTITION BY election_id)
QUALIFY bool_or(m.seats IS NOT NULL) OVER e AND bool_or(t.seats IS NOT NULL) OVER e;
