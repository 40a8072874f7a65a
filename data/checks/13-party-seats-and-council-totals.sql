-- Wards topped in May 2023, and the council's total of seats
-- Only councils whose every ward filled one place, so that the party with most votes has the seat, and with no ward
-- whose winner the wards' file leaves open: it adds up the votes of all independents.
WITH one AS (
    SELECT election_id FROM contest LEFT JOIN added_up a USING (contest_id)
    GROUP BY ALL HAVING max(seats) = 1 AND bool_and(votes_held = 'parties') AND bool_and(coalesce(a.settled, true))
), mine AS (
    SELECT t.election_id, w.party_id, count(*) AS seats, min(w.source_id) AS source_id
    FROM ward_poll_party w JOIN contest t USING (contest_id) JOIN one USING (election_id) WHERE w.seats = 1 GROUP BY ALL
), theirs AS (
    SELECT election_id, party_id, sum(seats) AS seats, min(source_id) AS source_id
    FROM election_party JOIN one USING (election_id) WHERE seats > 0 GROUP BY ALL
)
SELECT concat_ws(' ', election_id, party_id) AS key,
       coalesce(m.seats, 0) AS first, coalesce(m.source_id, any_value(m.source_id) OVER e) AS first_source,
       coalesce(t.seats, 0) AS second, coalesce(t.source_id, any_value(t.source_id) OVER e) AS second_source,
       coalesce(m.seats, 0) = coalesce(t.seats, 0) AS agree
FROM mine m FULL JOIN theirs t USING (election_id, party_id)
WINDOW e AS (PARTITION BY election_id)
QUALIFY bool_or(m.seats IS NOT NULL) OVER e AND bool_or(t.seats IS NOT NULL) OVER e;
