-- What figures are read from: for each kind of contest and for the chamber a table of what is counted once, and
-- beside it one of each party's part. Columns of keys are named for the kind of thing that they hold, so that any
-- question reads them in one way: council, ward (council/ward), party, person, office, year.
-- In each pair, a row of the first without a row of a party in the second is a contest that the party did not fight.

-- The seats that a ward's contest filled, when they were last fought: the same ward, as many seats, a term before.
CREATE TABLE ward_before AS
WITH term(year, before) AS (
    VALUES (2018, 2014), (2021, 2016), (2021, 2017), (2022, 2018), (2022, 2017), (2023, 2019), (2024, 2021), (2025, 2021), (2026, 2022)
)
SELECT t.contest_id, b.contest_id AS before_id, b.year AS before_year
FROM contest t
JOIN term USING (year)
JOIN contest b ON b.council_id = t.council_id AND b.ward_slug = t.ward_slug AND b.year = term.before AND NOT b.by_election
WHERE NOT t.by_election AND t.seats = b.seats AND NOT (t.countermanded OR b.countermanded)
  AND (t.ward_gss IS NULL OR b.ward_gss IS NULL OR t.ward_gss = b.ward_gss)
QUALIFY row_number() OVER (PARTITION BY t.contest_id ORDER BY b.year DESC) = 1
ORDER BY t.contest_id;

-- A party in a ward's contest, also one that held a seat there and did not stand again: not of a poll that was
-- countermanded, at which nobody won and nobody lost. Gained is now and not before, lost
-- is before and not now. Of May 2023 (`top_only`): of two parties level for one seat it is not known which took it.
CREATE TABLE ward_standing AS
WITH placed AS (
    SELECT contest_id, party_id, candidates, votes, top_votes, top_only, w.seats, seats_up, w.source_id,
           CASE WHEN top_votes IS NOT NULL THEN rank END AS rank,
           top_votes IS NOT NULL AND count(*) OVER (PARTITION BY contest_id, top_votes) > 1 AS level
    FROM ward_poll_party w JOIN contest USING (contest_id)
    WHERE NOT countermanded
), stood AS (
    SELECT * REPLACE (CASE WHEN NOT (top_only AND rank = 1 AND level) THEN seats END AS seats) FROM placed
), took AS (
    SELECT contest_id, party_id, seats FROM stood WHERE seats > 0
), before AS (
    SELECT b.contest_id, t.party_id, t.seats FROM ward_before b JOIN took t ON t.contest_id = b.before_id
), known_before AS ( -- contests before which the winners of every seat are known
    SELECT b.contest_id FROM ward_before b JOIN stood s ON s.contest_id = b.before_id GROUP BY ALL HAVING bool_and(s.seats IS NOT NULL)
), told AS ( -- a hold or a gain as a page of the time has it
    SELECT council_id, split_part(subject, '/', 2) AS ward_slug, year, party_id, measure, from_party_id FROM said
    WHERE subject_kind = 'ward' AND measure IN ('hold', 'gain')
), rows AS (
    SELECT contest_id, party_id FROM stood
    UNION SELECT contest_id, party_id FROM before
    UNION SELECT t.contest_id, o.from_party_id
    FROM told o JOIN contest t ON t.council_id = o.council_id AND t.ward_slug = o.ward_slug AND t.year = o.year AND NOT t.by_election
    WHERE o.measure = 'gain' AND o.from_party_id IS NOT NULL
), won AS ( -- the first of several seats is taken by the first party, where one candidate's votes are told
    SELECT *, CASE WHEN seats IS NOT NULL THEN seats > 0
                   WHEN seats_up > 1 AND rank = 1 AND NOT level AND party_id <> 'independent' THEN true END AS won
    FROM stood
)
SELECT t.council_id || '/' || t.ward_slug AS ward, t.council_id AS council, t.year,
       CASE WHEN t.by_election THEN 'by-election' ELSE 'scheduled' END AS poll, r.contest_id, r.party_id AS party,
       coalesce(s.candidates, CASE WHEN s.party_id IS NULL THEN 0 END) AS candidates,
       CASE WHEN s.party_id IS NOT NULL THEN s.votes WHEN NOT t.uncontested THEN 0 END AS votes,
       CASE WHEN s.party_id IS NOT NULL THEN s.top_votes WHEN NOT t.uncontested THEN 0 END AS top_votes,
       s.party_id IS NOT NULL AS stood, coalesce(s.seats, CASE WHEN s.party_id IS NULL THEN 0 END) AS seats, s.rank, s.level,
       s.party_id IS NOT NULL AND s.won AS won,
       CASE WHEN k.contest_id IS NOT NULL THEN coalesce(f.seats, 0) END AS before_seats,
       CASE WHEN g.measure IS NOT NULL THEN g.measure = 'gain'
            ELSE s.party_id IS NOT NULL AND s.won AND (CASE WHEN k.contest_id IS NOT NULL THEN f.seats IS NULL END) END AS gained,
       CASE WHEN g.measure IS NOT NULL THEN g.measure = 'hold'
            ELSE s.party_id IS NOT NULL AND s.won AND (CASE WHEN k.contest_id IS NOT NULL THEN f.seats IS NOT NULL END) END AS kept,
       CASE WHEN l.measure IS NOT NULL THEN true
            ELSE NOT (s.party_id IS NOT NULL AND s.won) AND (CASE WHEN k.contest_id IS NOT NULL THEN f.seats IS NOT NULL END) END AS lost,
       k.contest_id IS NOT NULL AS known_before,
       g.from_party_id AS told_from, s.source_id
FROM rows r
JOIN contest t ON t.contest_id = r.contest_id
LEFT JOIN won s ON s.contest_id = r.contest_id AND s.party_id = r.party_id
LEFT JOIN before f ON f.contest_id = r.contest_id AND f.party_id = r.party_id
LEFT JOIN known_before k ON k.contest_id = r.contest_id
LEFT JOIN told g ON NOT t.by_election AND g.council_id = t.council_id AND g.ward_slug = t.ward_slug AND g.year = t.year AND g.party_id = r.party_id
LEFT JOIN told l ON NOT t.by_election AND l.measure = 'gain' AND l.council_id = t.council_id AND l.ward_slug = t.ward_slug AND l.year = t.year
     AND l.from_party_id = r.party_id
ORDER BY council, year, ward, r.contest_id, s.rank, r.party_id;

-- A ward's contest. `held`: who stood is known; `results`: who took each seat; `counted`: votes are held; `known_before`:
-- who took each of its seats when they were last fought. The majority of several seats takes each candidate's votes.
-- `tied`: the last seat fell by lot. `countermanded`: no poll was held that day, so none of it is held.
CREATE TABLE ward_contest AS
WITH parts AS (
    SELECT contest_id, bool_and(seats IS NOT NULL) AS results, count(*) FILTER (seats > 0) AS winning_parties,
           bool_or(gained OR lost) AS changed, bool_or((gained OR lost) IS NULL) AS change_unknown, bool_or(known_before) AS known_before,
           sum(top_votes) AS top_votes, count(*) FILTER (stood) AS parties
    FROM ward_standing GROUP BY ALL
)
SELECT t.council_id || '/' || t.ward_slug AS ward, t.council_id AS council, t.year,
       CASE WHEN t.by_election THEN 'by-election' ELSE 'scheduled' END AS poll, t.contest_id, t.ward AS name, t.date,
       t.seats, t.voting_system, t.uncontested, t.countermanded, t.votes_held, t.electorate, t.ballots, t.rejected, t.turnout,
       t.votes_held <> 'none' AS held, coalesce(p.known_before, false) AS known_before,
       t.votes_held <> 'none' AND NOT t.uncontested AS counted, t.votes_held <> 'none' AND coalesce(p.results, false) AS results,
       t.votes, p.top_votes, CASE WHEN NOT t.countermanded THEN t.candidates END AS candidates, p.parties, m.majority, 100.0 * m.majority / nullif(t.votes, 0) AS majority_share,
       CASE WHEN t.lot THEN true WHEN t.voting_system = 'first past the post' AND t.votes_held = 'candidates' THEN false END AS tied,
       CASE WHEN p.results THEN p.winning_parties > 1 END AS split,
       CASE WHEN p.changed THEN true WHEN NOT p.change_unknown THEN false END AS changed,
       k.valid_to IS NULL AND NOT t.by_election AND t.votes_held <> 'none'
           AND t.year = max(t.year) FILTER (NOT t.by_election AND t.votes_held <> 'none') OVER (PARTITION BY t.council_id) AS latest,
       t.note, t.source_id, t.turnout_source_id
FROM ward_poll t
LEFT JOIN parts p USING (contest_id)
LEFT JOIN council k ON k.council_id = t.council_id
CROSS JOIN LATERAL (SELECT CASE WHEN t.votes_held = 'candidates' OR t.seats = 1 THEN t.majority END AS majority) m
ORDER BY council, t.year, ward, t.contest_id;

-- One candidate of a ward's contest; nobody was one in the end where the poll was countermanded.
CREATE TABLE candidate AS
SELECT council_id || '/' || name AS person, name, surname, council_id || '/' || ward_slug AS ward, council_id AS council, year,
       CASE WHEN by_election THEN 'by-election' ELSE 'scheduled' END AS poll, date, contest_id, party_id AS party, label,
       votes, contest_votes, share, rank, elected, margin, source_id
FROM ballot
WHERE NOT countermanded
ORDER BY council, year, ward, contest_id, rank;

-- One sitting councillor of a year's roster.
CREATE TABLE seat_holder AS
SELECT council_id || '/' || name AS person, name, surname, council_id || '/' || ward_slug AS ward, ward AS ward_name, council_id AS council, year,
       party_id AS party, next_election, year = max(year) OVER (PARTITION BY council_id) AS latest, 'scheduled' AS poll, source_id
FROM member
ORDER BY council, year, ward, name;

-- A party in a council's scheduled poll, also one of the poll before. `rank` is by seats, where each party's are known;
-- `level`: as many seats as another. `before_seats`: when the same seats were last fought.
CREATE TABLE poll_standing AS
WITH rows AS (
    SELECT election_id, council_id, year, party_id, candidates, votes, top_votes, seats, source_id FROM poll_party
    UNION ALL
    SELECT f.election_id, f.council_id, f.year, b.party_id, 0, 0, 0, 0, b.source_id
    FROM last_fought f JOIN poll_party b ON b.election_id = f.before_id
    WHERE NOT EXISTS (FROM poll_party p WHERE p.election_id = f.election_id AND p.party_id = b.party_id)
)
SELECT p.council_id AS council, p.year, p.party_id AS party, p.candidates, p.votes, p.top_votes, p.seats,
       coalesce(p.candidates > 0, p.votes > 0 OR p.seats > 0) AS stood,
       CASE WHEN stood AND bool_and(p.seats IS NOT NULL) OVER poll AND p.party_id <> 'other' THEN rank() OVER named END AS rank,
       p.seats IS NOT NULL AND count(*) OVER (PARTITION BY p.council_id, p.year, p.seats) > 1 AS level,
       CASE WHEN b.party_id IS NOT NULL THEN b.seats WHEN f.before_id IS NOT NULL THEN 0 END AS before_seats, p.source_id
FROM rows p
LEFT JOIN last_fought f ON f.election_id = p.election_id
LEFT JOIN poll_party b ON b.election_id = f.before_id AND b.party_id = p.party_id
WINDOW poll AS (PARTITION BY p.council_id, p.year), named AS (PARTITION BY p.council_id, p.year ORDER BY p.seats DESC NULLS LAST)
ORDER BY council, p.year, p.party_id;

-- A council's scheduled poll. `held`: its parties are known; `results`: the seats of each; `counted`: the votes of each.
-- A sum over its wards is none where a ward's figure is not held; an uncontested ward has no papers. A poll of which
-- only some wards are held (`election.complete`) has no sum. `turnout_wards`: the wards that a turnout of wards rests on.
CREATE TABLE council_poll AS
WITH parts AS (
    SELECT council, year, bool_and(seats IS NOT NULL) AS results, bool_and(votes IS NOT NULL) AS counted, sum(seats) AS won,
           bool_or(candidates > 0) AS by_wards, sum(top_votes) AS top_votes
    FROM poll_standing GROUP BY ALL
), whole AS (
    SELECT election_id, bool_and(electorate IS NOT NULL) AS electorate, bool_and(ballots IS NOT NULL OR uncontested) AS ballots, bool_and(seats IS NOT NULL) AS seats,
           CASE WHEN bool_and(rejected IS NOT NULL OR uncontested) THEN sum(rejected) END AS rejected
    FROM contest WHERE NOT by_election AND NOT countermanded GROUP BY ALL
)
SELECT l.council_id AS council, l.year, l.date, l.scheme, l.seats_up, l.wards,
       CASE WHEN e.electorate IS NOT NULL OR w.electorate THEN l.electorate END AS electorate,
       CASE WHEN e.ballots IS NOT NULL OR w.ballots THEN l.ballots END AS ballots, w.rejected, l.turnout,
       CASE WHEN e.turnout IS NULL OR e.electorate IS NOT NULL OR w.electorate THEN l.turnout_electorate END AS turnout_electorate,
       CASE WHEN e.turnout IS NULL AND l.turnout IS NOT NULL THEN l.turnout_wards END AS turnout_wards, l.votes, CASE WHEN p.by_wards THEN p.top_votes END AS top_votes, p.won, u.uncontested, CASE WHEN p.by_wards THEN l.candidates END AS candidates,
       p.council IS NOT NULL AS held, coalesce(p.results, false) AS results, coalesce(p.counted, false) AS counted,
       f.before_year, k.valid_to IS NULL AND p.council IS NOT NULL
           AND l.year = max(l.year) FILTER (p.council IS NOT NULL) OVER (PARTITION BY l.council_id) AS latest,
       l.source_id, l.turnout_source_id
FROM poll l
JOIN election e USING (election_id)
JOIN council k ON k.council_id = l.council_id
LEFT JOIN parts p ON p.council = l.council_id AND p.year = l.year
LEFT JOIN whole w ON w.election_id = l.election_id
LEFT JOIN last_fought f ON f.election_id = l.election_id
LEFT JOIN (SELECT election_id, sum(CASE WHEN uncontested THEN seats ELSE 0 END) AS uncontested FROM contest
           WHERE NOT by_election AND votes_held <> 'none' AND election_id IN (SELECT election_id FROM election WHERE complete)
           GROUP BY ALL) u ON u.election_id = l.election_id
ORDER BY council, l.year;

-- A party's seats in a chamber, as the yearly composition counts them.
CREATE TABLE chamber_holding AS
SELECT h.council_id AS council, h.year, h.party_id AS party, h.seats, h.previous_seats, h.change, h.source_id,
       h.party_id <> 'other' AND h.seats = max(h.seats) FILTER (h.party_id <> 'other') OVER place AS top,
       h.party_id <> 'other' AND count(*) OVER (PARTITION BY h.council_id, h.year, h.seats) > 1 AS level
FROM held h
WINDOW place AS (PARTITION BY h.council_id, h.year)
ORDER BY council, h.year, h.party_id;

-- A chamber in a year. `control` is the party with more than half of the seats, "none" where there is none;
-- `unnamed`: the seats that no source held tells apart; `top_seats` is none where they may be as many as any party's.
-- `poll_from` and `poll_to`: who had control before and after the year's poll, as reported or by the snapshots around it;
-- nothing where control changed between two snapshots without a poll.
CREATE TABLE chamber_year AS
SELECT c.council_id AS council, c.year, c.size, c.vacant, c.needed, coalesce(c.control_id, 'none') AS control, c.administration,
       c.previous_year, coalesce(c.previous_control_id, 'none') AS previous_control, c.voted,
       CASE WHEN s.council_id IS NOT NULL AND s.from_known THEN coalesce(s.from_party, 'none')
            WHEN c.previous_year = c.year - 1 AND (c.voted OR c.control_id IS NOT DISTINCT FROM c.previous_control_id)
            THEN coalesce(c.previous_control_id, 'none') END AS poll_from,
       CASE WHEN s.council_id IS NOT NULL THEN coalesce(s.to_party, 'none')
            WHEN c.previous_year = c.year - 1 AND c.voted AND w.year IS NOT NULL THEN coalesce(c.previous_control_id, 'none')
            WHEN c.previous_year = c.year - 1 AND (c.voted OR c.control_id IS NOT DISTINCT FROM c.previous_control_id)
            THEN coalesce(c.control_id, 'none') END AS poll_to,
       c.hidden AS unnamed, c.largest_seats AS top_seats, c.majority, c.short, c.latest AND c.valid_to IS NULL AS latest, c.as_of, c.source_id
FROM chamber c
LEFT JOIN control_shift s ON s.council_id = c.council_id AND s.year = c.year
LEFT JOIN control_reported w ON w.year = c.year
ORDER BY council, c.year;

-- Which councils each area holds: regions, counties, nations, and councils of one kind.
CREATE TABLE place_member AS
SELECT m.area_id AS area, a.kind, m.council_id AS council FROM area_member m JOIN area a USING (area_id)
UNION ALL SELECT 'kind:' || kind, 'kind of council', council_id FROM council
ORDER BY area, council;

-- Which offices each area holds: those of one kind, and those in a region, a nation or an area of ours.
CREATE TABLE office_member AS
SELECT 'offices:' || kind AS area, office_id AS office FROM office
UNION ALL SELECT 'offices:mayor', office_id FROM office WHERE contains(kind, 'mayor')
UNION ALL SELECT area_id, office_id FROM office WHERE area_id IS NOT NULL
UNION ALL SELECT a.area_id, o.office_id FROM office o JOIN area a ON a.name IN (o.region, o.nation) AND a.kind IN ('region', 'nation')
ORDER BY area, office;

-- A contest for an office, and each candidate (or party) of it.
CREATE TABLE office_poll AS
SELECT office_id AS office, year, date, CASE WHEN by_election THEN 'by-election' ELSE 'scheduled' END AS poll, contest_id,
       office_kind, place, nation, region, area_id AS area, council_id AS council, voting_system, complete, candidates, electorate, valid_votes,
       spoilt, turnout, majority, majority_share, result, from_party_id AS from_party, swing, swing_from_id AS swing_from, swing_to_id AS swing_to,
       voided, year = max(year) OVER (PARTITION BY office_id) AS latest, note, source_id
FROM office_result
ORDER BY office, date;

CREATE TABLE office_standing AS
SELECT office_id AS office, year, date, CASE WHEN by_election THEN 'by-election' ELSE 'scheduled' END AS poll, contest_id,
       coalesce(office_id || '/' || name, office_id || '/' || party_id) AS person, name, surname, party_id AS party, label, rank, votes, first_votes,
       final_votes, share, change, elected, added_up, source_id
FROM office_ballot
ORDER BY office, date, rank;

-- A party's part in such a contest: that of all its candidates, for independents may be several.
CREATE TABLE office_party AS
SELECT office, year, poll, contest_id, party, CASE WHEN count(votes) = count(*) THEN sum(votes) END AS votes,
       CASE WHEN count(first_votes) = count(*) THEN sum(first_votes) END AS first_votes, min(rank) AS rank, bool_or(elected) AS elected
FROM office_standing
GROUP BY ALL
ORDER BY office, year, contest_id, party;


-- Every year that a question may be about.
CREATE TABLE calendar AS SELECT unnest(generate_series(1973, 2026))::INTEGER AS year ORDER BY year;

-- Who held an office in each year, as far as elections and lists of holders say: in the year of a poll the one elected
-- at it. `begun`: when they first took it is held: the office is new, or who held it before is known. Nothing is told
-- after 2025, nor five years after a poll.
CREATE TABLE office_tenure AS
WITH term AS (
    SELECT t.*, o.valid_from, lead(t.year) OVER held AS next_year, lag(t.year) OVER held AS year_before, lag(t.name) OVER held AS name_before
    FROM office_term t JOIN office o USING (office_id)
    WINDOW held AS (PARTITION BY t.office_id ORDER BY t.year)
), run AS (
    SELECT *, coalesce(bool_or(year = since_year AND name IS NOT NULL AND CASE WHEN year_before IS NULL THEN valid_from IS NOT NULL
                               ELSE name_before IS NOT NULL AND year - year_before <= 5 END) OVER (PARTITION BY office_id, since_year), false) AS begun
    FROM term
)
SELECT t.office_id AS office, y.year, t.office_id || '/' || coalesce(t.name, t.party_id) AS person, t.party_id AS party,
       'scheduled' AS poll, t.year AS elected, t.since_year AS since, t.begun,
       y.year = max(y.year) OVER (PARTITION BY t.office_id) AND NOT t.abolished AS latest, t.source_id
FROM run t
JOIN calendar y ON y.year BETWEEN t.year AND least(coalesce(t.next_year - 1, year(t.valid_to), 2025), t.year + 4)
ORDER BY office, y.year;
