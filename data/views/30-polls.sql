-- A council's scheduled poll: its seats, votes and turnout, and each party's part in it.

-- Votes and seats by party: from the ballot papers where they are held, else as totalled by others.
CREATE TABLE poll_party AS
WITH national AS (
    SELECT unnest(['conservative', 'labour', 'liberal-democrat', 'green', 'ukip', 'reform-uk']) AS party_id
), whole AS (  -- polls of which every ward that was fought is held with its candidates
    SELECT t.election_id FROM contest t JOIN election e USING (election_id)
    WHERE e.scheduled AND e.complete AND NOT t.by_election
    GROUP BY t.election_id
    HAVING bool_and(t.votes_held = 'candidates' OR t.uncontested OR t.countermanded)
), from_wards AS (
    SELECT t.election_id, w.party_id, sum(w.candidates) AS candidates, sum(w.votes) AS votes,
           sum(w.top_votes) AS top_votes, sum(w.seats) AS seats, min(w.source_id) AS source_id
    FROM ward_poll_party w
    JOIN contest t USING (contest_id)
    JOIN election e USING (election_id)
    WHERE t.election_id IN (SELECT election_id FROM whole) AND NOT t.by_election AND NOT t.countermanded
    GROUP BY ALL
), from_totals AS (
    SELECT p.election_id, p.party_id, NULL AS candidates, sum(p.votes) AS votes, NULL AS top_votes,
           sum(p.seats) AS seats, min(p.source_id) AS source_id
    FROM election_party p JOIN election e USING (election_id)
    WHERE e.scheduled AND NOT EXISTS (SELECT 1 FROM from_wards f WHERE f.election_id = p.election_id)
    GROUP BY ALL
), known AS (
    SELECT * FROM from_wards UNION ALL SELECT * FROM from_totals
), dense AS (
    SELECT * FROM known
    UNION ALL
    SELECT e.election_id, n.party_id, 0, 0, 0, 0, e.source_id
    FROM (SELECT election_id, min(source_id) AS source_id FROM known GROUP BY ALL) e CROSS JOIN national n
    WHERE NOT EXISTS (SELECT 1 FROM known k WHERE k.election_id = e.election_id AND k.party_id = n.party_id)
)
SELECT e.election_id, e.council_id, k.name AS council, k.kind AS council_kind, k.region, k.nation, e.year, e.date,
       d.party_id, p.name AS party, d.candidates, d.votes, d.top_votes, d.seats,
       sum(d.votes) OVER w AS poll_votes, sum(d.top_votes) OVER w AS poll_top_votes, sum(d.seats) OVER w AS poll_seats,
       100.0 * d.votes / nullif(sum(d.votes) OVER w, 0) AS share,
       100.0 * d.top_votes / nullif(sum(d.top_votes) OVER w, 0) AS top_share,
       d.source_id
FROM dense d
JOIN election e USING (election_id)
JOIN council k ON k.council_id = e.council_id
JOIN party p ON p.party_id = d.party_id
WINDOW w AS (PARTITION BY d.election_id)
ORDER BY e.council_id, e.year, d.party_id;

CREATE TABLE poll AS
WITH wards AS (
    SELECT t.election_id, count(*) AS wards, sum(t.seats) AS seats, sum(t.electorate) AS electorate, sum(t.ballots) AS ballots,
           -- of fewer than half of the wards that voted it is no figure of the council's
           count(t.turnout * t.electorate) AS turnout_wards, 2 * turnout_wards >= count(*) FILTER (NOT t.uncontested) AS is_told,
           CASE WHEN is_told THEN sum(t.turnout * t.electorate) / nullif(sum(t.electorate) FILTER (t.turnout IS NOT NULL), 0) END AS weighted,
           CASE WHEN is_told THEN sum(t.electorate) FILTER (t.turnout IS NOT NULL) END AS turnout_electorate, avg(t.turnout) AS mean_turnout,
           min(t.turnout_source_id) AS turnout_source_id, any_value(t.turnout_basis) AS turnout_basis,
           -- what most wards have: one uncontested ward says nothing of the rest
           mode(t.votes_held ORDER BY t.votes_held) AS votes_held
    FROM contest t JOIN election e USING (election_id)
    WHERE e.scheduled AND e.complete AND NOT t.by_election AND NOT t.countermanded
    GROUP BY ALL
), parties AS (
    SELECT election_id, sum(votes) AS votes, sum(seats) AS seats, sum(candidates) AS candidates,
           first(party ORDER BY seats DESC, votes DESC, party_id) AS first_party, min(source_id) AS source_id
    FROM poll_party GROUP BY ALL
)
SELECT e.election_id, e.council_id, k.name AS council, k.kind AS council_kind, k.region, k.nation, e.year, e.date, e.scheme,
       coalesce(e.seats_up, w.seats, q.seats) AS seats_up, w.wards,
       coalesce(e.electorate, w.electorate) AS electorate, coalesce(e.ballots, w.ballots) AS ballots,
       coalesce(e.turnout, w.weighted) AS turnout, w.mean_turnout, w.turnout_wards,
       CASE WHEN e.turnout IS NOT NULL THEN coalesce(e.electorate, w.electorate) ELSE w.turnout_electorate END AS turnout_electorate,
       CASE WHEN e.turnout IS NOT NULL THEN 'council-wide figure as published, ballots at the count'
            WHEN w.weighted IS NOT NULL THEN 'ward turnouts weighted by electorate' END AS turnout_basis,
       q.votes, q.candidates, q.first_party, w.votes_held,
       coalesce(q.source_id, e.source_id) AS source_id, coalesce(w.turnout_source_id, e.source_id) AS turnout_source_id
FROM election e
JOIN council k ON k.council_id = e.council_id
LEFT JOIN wards w USING (election_id)
LEFT JOIN parties q USING (election_id)
WHERE e.scheduled
ORDER BY e.council_id, e.year;

-- The poll at which the same seats were last fought, where it is held and as many seats were up.
CREATE TABLE last_fought AS
WITH cycle(year, before) AS (
    VALUES (2018, 2014), (2021, 2016), (2021, 2017), (2022, 2018), (2023, 2019), (2024, 2021), (2025, 2021), (2026, 2022)
)
SELECT p.election_id, b.election_id AS before_id, p.council_id, p.year, b.year AS before_year
FROM poll p
JOIN cycle c ON c.year = p.year
JOIN poll b ON b.council_id = p.council_id AND b.year = c.before
WHERE p.seats_up = b.seats_up AND b.votes IS NOT NULL AND p.votes IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY p.election_id ORDER BY b.year DESC) = 1
ORDER BY p.council_id, p.year;
