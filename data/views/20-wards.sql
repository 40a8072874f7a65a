-- Ward contests: candidates with their shares, each party's votes, and the contest with its winner and majority.

CREATE TABLE ballot AS
WITH summed AS (
    SELECT contest_id, sum(votes) AS total, count(*) AS candidates, count(*) FILTER (elected) AS elected,
           min(votes) FILTER (elected) AS last_in, max(votes) FILTER (NOT elected) AS first_out
    FROM candidacy GROUP BY ALL
)
SELECT t.contest_id, t.council_id, k.name AS council, k.kind AS council_kind, k.region, k.nation,
       t.ward_slug, t.ward, t.year, t.date, t.by_election, t.voting_system, t.seats AS seats_up,
       d.rank, d.name, d.surname, d.party_id, p.name AS party, d.label, d.votes, s.total AS contest_votes,
       100.0 * d.votes / nullif(s.total, 0) AS share, d.elected,
       CASE WHEN t.voting_system = 'first past the post' THEN
           CASE WHEN d.elected THEN d.votes - s.first_out ELSE d.votes - s.last_in END END AS margin,
       d.source_id, d.printed, d.name_source_id, d.stage, t.lot, t.countermanded
FROM candidacy d
JOIN contest t USING (contest_id)
JOIN council k ON k.council_id = t.council_id
JOIN party p ON p.party_id = d.party_id
JOIN summed s USING (contest_id)
ORDER BY t.council_id, t.year, t.ward_slug, t.contest_id, d.rank;

-- Wards of May 2023 that filled one place and where independents have most votes. The source adds up the votes of all
-- independents of such a ward, so that another party may have won it: `settled` where the roster has an independent as
-- the last one elected there.
CREATE TABLE added_up AS
WITH topped AS (
    SELECT t.contest_id, t.council_id, t.year, t.ward_slug FROM ward_party w JOIN contest t USING (contest_id) WHERE t.seats = 1
    QUALIFY w.party_id = 'independent' AND w.votes = max(w.votes) OVER (PARTITION BY t.contest_id)
), newest AS (
    SELECT council_id, year, ward_slug, party_id FROM councillor
    QUALIFY next_election IS NOT DISTINCT FROM max(next_election) OVER (PARTITION BY council_id, year, ward_slug)
)
SELECT t.contest_id, EXISTS (
    SELECT 1 FROM contest c WHERE c.contest_id = t.contest_id AND c.won_by IS NOT NULL
) OR EXISTS (
    SELECT 1 FROM newest n WHERE n.council_id = t.council_id AND n.year = t.year AND n.ward_slug = t.ward_slug AND n.party_id = 'independent'
) AS settled
FROM topped t ORDER BY t.contest_id;

-- A party in a contest. May 2023 has only the votes of each party's top candidate, and no names:
-- seats are then known only where one seat was fought.
CREATE TABLE ward_poll_party AS
WITH parts AS (
    SELECT b.contest_id, b.party_id, count(*) AS candidates, sum(b.votes) AS votes, max(b.votes) AS top_votes,
           count(*) FILTER (b.elected) AS seats, min(b.source_id) AS source_id
    FROM candidacy b GROUP BY ALL
    UNION ALL
    SELECT w.contest_id, w.party_id, NULL, NULL, max(w.votes),
           CASE WHEN any_value(t.won_by) IS NOT NULL THEN (w.party_id = any_value(t.won_by))::INTEGER
                WHEN any_value(t.seats) = 1 AND w.contest_id NOT IN (SELECT contest_id FROM added_up WHERE NOT settled) THEN
               (max(w.votes) = max(max(w.votes)) OVER (PARTITION BY w.contest_id))::INTEGER END,
           min(w.source_id)
    FROM ward_party w JOIN contest t USING (contest_id)
    GROUP BY w.contest_id, w.party_id
)
SELECT x.contest_id, t.council_id, k.name AS council, k.kind AS council_kind, k.region, k.nation,
       t.ward_slug, t.ward, t.year, t.date, t.by_election, t.seats AS seats_up, x.party_id, p.name AS party,
       x.candidates, coalesce(x.votes, x.top_votes) AS votes, x.top_votes, x.votes IS NULL AS top_only, x.seats,
       sum(coalesce(x.votes, x.top_votes)) OVER c AS contest_votes, sum(x.top_votes) OVER c AS contest_top_votes,
       100.0 * coalesce(x.votes, x.top_votes) / nullif(sum(coalesce(x.votes, x.top_votes)) OVER c, 0) AS share,
       100.0 * x.top_votes / nullif(sum(x.top_votes) OVER c, 0) AS top_share,
       rank() OVER (PARTITION BY x.contest_id ORDER BY x.top_votes DESC) AS rank, x.source_id
FROM parts x
JOIN contest t USING (contest_id)
JOIN council k ON k.council_id = t.council_id
JOIN party p ON p.party_id = x.party_id
WINDOW c AS (PARTITION BY x.contest_id)
ORDER BY t.council_id, t.year, t.ward_slug, x.contest_id, rank, x.party_id;

-- A contest with who won it and by how much: the last one in over the first one out;
-- in May 2023 the first party over the second, by top candidates, and unknown where independents are one of the two and
-- their votes are added up.
CREATE TABLE ward_poll AS
WITH named AS (
    SELECT contest_id,
           string_agg(name || ' (' || party || ')', ', ' ORDER BY rank) FILTER (elected) AS winners,
           string_agg(DISTINCT party, ', ' ORDER BY party) FILTER (elected) AS winning_parties,
           first(name || ' (' || party || ')' ORDER BY rank) FILTER (NOT elected) AS runner_up,
           first(party ORDER BY rank) FILTER (NOT elected) AS runner_up_party,
           min(votes) FILTER (elected) - max(votes) FILTER (NOT elected) AS majority,
           sum(votes) AS votes, count(*) AS candidates
    FROM ballot GROUP BY ALL
), parties AS (
    SELECT contest_id,
           CASE WHEN contest_id NOT IN (SELECT contest_id FROM added_up WHERE NOT settled) THEN
               first(party ORDER BY seats > 0 AND seats_up = 1 DESC NULLS LAST, rank, party_id) END AS first_party,
           CASE WHEN NOT hidden THEN (list(party ORDER BY rank, party_id))[2] END AS second_party,
           CASE WHEN NOT hidden THEN (list(top_votes ORDER BY rank, party_id))[1] - (list(top_votes ORDER BY rank, party_id))[2] END AS lead,
           sum(top_votes) AS top_votes, count(*) AS parties, list(party_id ORDER BY party_id) AS stood,
           -- a seat taken; where seats by party are not known (May 2023), the first place
           list(party_id ORDER BY party_id) FILTER (seats > 0 OR seats IS NULL AND rank = 1 AND seats_up > 1) AS won_by
    FROM (SELECT *, bool_or(party_id = 'independent' AND rank <= 2 AND seats_up = 1 AND top_only) OVER (PARTITION BY contest_id) AS hidden
          FROM ward_poll_party)
    GROUP BY contest_id, hidden
)
SELECT t.contest_id, t.council_id, k.name AS council, k.kind AS council_kind, k.region, k.nation,
       t.ward_slug, t.ward, t.ward_gss, t.year, t.date, t.seats, t.voting_system, t.by_election, t.uncontested,
       t.votes_held, t.electorate, t.ballots, t.turnout, t.turnout_basis,
       coalesce(n.votes, q.top_votes) AS votes, n.candidates, q.parties,
       n.winners, coalesce(n.winning_parties, q.first_party) AS winning_parties,
       n.runner_up, coalesce(n.runner_up_party, q.second_party) AS runner_up_party,
       CASE WHEN t.voting_system = 'first past the post' THEN
           CASE WHEN t.votes_held = 'candidates' THEN n.majority ELSE q.lead END END AS majority,
       t.lot, t.countermanded, t.rejected, t.quota,
       coalesce(q.won_by, []) AS won_by, coalesce(q.stood, []) AS stood, t.note, t.source_id, t.turnout_source_id
FROM contest t
JOIN council k ON k.council_id = t.council_id
LEFT JOIN named n USING (contest_id)
LEFT JOIN parties q USING (contest_id)
ORDER BY t.council_id, t.year, t.ward_slug, t.contest_id;
