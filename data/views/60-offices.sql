-- Contests for an office: candidates, the contest with its winner and majority, terms, swing, seats of parliaments.

-- A candidate (or, where a page names no one, a party) of a contest. `votes` decide: the final round's where there
-- was one. Shares are of first votes, and only where every candidate's are held.
CREATE TABLE office_ballot AS
SELECT c.contest_id, c.office_id, o.name AS office, o.kind AS office_kind, o.place, o.nation, o.region,
       o.area_id, o.council_id, c.year, c.date, c.by_election, c.voting_system, c.complete, c.votes_held,
       d.rank, d.name, d.surname, d.party_id, p.name AS party, d.label, d.first_votes, d.final_votes,
       coalesce(d.final_votes, d.first_votes) AS votes,
       CASE WHEN c.complete THEN 100.0 * d.first_votes / c.valid_votes END AS share,
       100.0 * d.final_votes / sum(d.final_votes) OVER (PARTITION BY c.contest_id) AS final_share,
       d.change, d.elected, d.name IS NULL AND d.party_id IN ('independent', 'other')
           OR c.votes_held = 'parties' AND d.party_id IN ('independent', 'other') AS added_up,
       c.page, d.source_id
FROM office_candidacy d
JOIN office_contest c USING (contest_id)
JOIN office o USING (office_id)
JOIN party p ON p.party_id = d.party_id
ORDER BY c.office_id, c.date, d.rank;

-- Who was elected to an office when, from contests and from lists of holders; a poll set aside is no term.
CREATE TABLE office_term AS
WITH won AS (
    SELECT c.office_id, c.year, c.date AS elected_on, d.name, d.surname, d.party_id, c.contest_id, NULL AS note, d.source_id, 1 AS pick
    FROM office_contest c JOIN office_candidacy d USING (contest_id)
    WHERE d.elected AND NOT c.voided AND NOT c.by_election
    UNION ALL
    SELECT office_id, year, elected_on, name, surname, party_id, NULL, note, source_id, 2 FROM office_holder
), one AS (
    SELECT * FROM won QUALIFY row_number() OVER (PARTITION BY office_id, year ORDER BY pick) = 1
), numbered AS (
    SELECT *, lag(name_key(name)) OVER w IS DISTINCT FROM name_key(name) AS starts,
           lag(party_id) OVER w AS previous_party_id, lag(name) OVER w AS previous_name, lag(year) OVER w AS previous_year
    FROM one WINDOW w AS (PARTITION BY office_id ORDER BY year)
), runs AS (
    SELECT *, sum(starts::INTEGER) OVER (PARTITION BY office_id ORDER BY year) AS run FROM numbered
)
SELECT r.office_id, o.name AS office, o.kind AS office_kind, o.place, o.nation, o.region, o.area_id, o.council_id,
       r.year, r.elected_on, r.name, r.surname, r.party_id, p.name AS party, r.contest_id,
       min(r.year) OVER (PARTITION BY r.office_id, r.run) AS since_year,
       min(r.elected_on) OVER (PARTITION BY r.office_id, r.run) AS since,
       row_number() OVER (PARTITION BY r.office_id, r.run ORDER BY r.year) AS term,
       r.previous_name, r.previous_party_id, q.name AS previous_party, r.previous_year,
       row_number() OVER (PARTITION BY r.office_id ORDER BY r.year DESC) = 1 AS latest,
       o.valid_to IS NOT NULL AS abolished, o.valid_to, r.year + 4 <= 2026 AS term_over,
       nullif(concat_ws('; ', r.note, o.note), '') AS note, r.source_id
FROM runs r
JOIN office o USING (office_id)
JOIN party p ON p.party_id = r.party_id
LEFT JOIN party q ON q.party_id = r.previous_party_id
ORDER BY r.office_id, r.year;

-- Who holds each office now, as far as is held: the last one elected. `term_over`: a later poll is due that is not held.
-- `elected_later`: the same name won a by-election to the UK Parliament since, so that the office may have changed hands.
CREATE TABLE office_now AS
SELECT t.* EXCLUDE (latest, abolished), DATE '2025-05-01' AS known_to,
       (SELECT min(b.office || ', ' || b.date) FROM office_ballot b
        WHERE b.by_election AND b.elected AND name_key(b.name) = name_key(t.name) AND b.date > t.elected_on) AS elected_later
FROM office_term t WHERE t.latest AND NOT t.abolished
ORDER BY t.office_id;

-- Change of a party's share: of a by-election on the last general election, as published; of other offices on
-- the contest before, first votes, where both list every candidate and the party stood once in each.
CREATE TABLE office_change AS
WITH single AS (
    SELECT contest_id, office_id, date, year, party_id, any_value(party) AS party, sum(share) AS share, any_value(change) AS change,
           any_value(by_election) AS by_election, any_value(voting_system) AS voting_system
    FROM office_ballot
    WHERE complete AND party_id NOT IN ('independent', 'other')
    GROUP BY contest_id, office_id, date, year, party_id HAVING count(*) = 1
), before AS (
    SELECT contest_id, lag(contest_id) OVER w AS previous_id, lag(year) OVER w AS previous_year,
           lag(voting_system) OVER w AS previous_system, lag(complete) OVER w AND complete AND NOT lag(voided) OVER w AS fair
    FROM office_contest WHERE NOT by_election AND votes_held <> 'none'
    WINDOW w AS (PARTITION BY office_id ORDER BY date)
)
SELECT s.contest_id, s.office_id, s.year, s.party_id, s.party, s.share,
       CASE WHEN s.by_election THEN s.change ELSE s.share - b.share END AS change,
       CASE WHEN s.by_election THEN 'since the last general election, as published'
            ELSE concat('since ', f.previous_year, ', first votes',
                        CASE WHEN f.previous_system <> s.voting_system THEN '; the voting system changed between' END) END AS basis
FROM single s
LEFT JOIN before f ON f.contest_id = s.contest_id AND f.fair
LEFT JOIN single b ON b.contest_id = f.previous_id AND b.party_id = s.party_id
WHERE s.by_election OR b.share IS NOT NULL
ORDER BY s.office_id, s.date, s.party_id;

-- Butler swing between each two parties whose change is known: half the one's gain plus half the other's loss, in points.
CREATE TABLE office_swing AS
SELECT a.contest_id, a.office_id, a.year, a.party_id AS from_party_id, a.party AS from_party, b.party_id AS to_party_id,
       b.party AS to_party, (b.change - a.change) / 2 AS swing, a.change AS from_change, b.change AS to_change, a.basis
FROM office_change a
JOIN office_change b ON b.contest_id = a.contest_id AND a.party_id <> b.party_id
WHERE (b.change > a.change OR b.change = a.change AND a.party_id < b.party_id) AND a.change IS NOT NULL AND b.change IS NOT NULL
ORDER BY a.office_id, a.year, a.contest_id, a.party_id, b.party_id;

-- A contest with its winner, runner-up and majority on the deciding count, gain or hold, and its swing: between the
-- winner and the party that lost the office, else the runner-up's.
CREATE TABLE office_result AS
WITH ends AS (
    SELECT c.*, o.name AS office, o.kind AS office_kind, o.place, o.nation, o.region, o.area_id, o.council_id,
           w.name AS winner, w.party_id AS winner_party_id, w.party AS winner_party, w.votes AS winner_votes,
           w.first_votes AS winner_first, w.final_votes AS winner_final, w.share AS winner_share, w.added_up AS winner_added,
           r.name AS runner_up, r.party_id AS runner_up_party_id, r.party AS runner_up_party, r.votes AS runner_up_votes,
           r.first_votes AS runner_up_first, r.final_votes AS runner_up_final, r.share AS runner_up_share, r.added_up AS runner_up_added,
           n.candidates, t.previous_party_id, t.previous_party, t.previous_year
    FROM office_contest c
    JOIN office o USING (office_id)
    JOIN office_ballot w ON w.contest_id = c.contest_id AND w.rank = 1
    LEFT JOIN office_ballot r ON r.contest_id = c.contest_id AND r.rank = 2
    JOIN (SELECT contest_id, count(*) AS candidates FROM office_candidacy GROUP BY ALL) n ON n.contest_id = c.contest_id
    LEFT JOIN office_term t ON t.office_id = c.office_id AND t.contest_id = c.contest_id
         AND c.year - t.previous_year <= 5
         AND NOT EXISTS (SELECT 1 FROM office_contest v WHERE v.office_id = c.office_id AND v.voided AND v.date < c.date)
), decided AS (
    SELECT *, CASE WHEN winner_added OR runner_up_added THEN NULL
                   WHEN voting_system = 'first past the post' THEN 'only count'
                   WHEN winner_final IS NOT NULL AND runner_up_final IS NOT NULL THEN 'final round'
                   WHEN complete AND 2 * winner_first > valid_votes THEN 'first preferences' END AS decided_on
    FROM ends
), outcome AS (
    SELECT *, CASE WHEN decided_on IS NOT NULL THEN winner_votes - runner_up_votes END AS majority,
           CASE WHEN decided_on IS NOT NULL THEN NULL
                WHEN winner_added OR runner_up_added THEN 'the source adds independents, or small parties, up'
                WHEN NOT complete THEN 'not every candidate is held, nor a final round'
                ELSE 'the votes of the final round are not held' END AS majority_gap,
           coalesce(result, CASE WHEN by_election OR previous_party_id IS NULL THEN NULL
                                 WHEN previous_party_id = winner_party_id THEN 'hold' ELSE 'gain' END) AS held,
           coalesce(from_party, CASE WHEN previous_party_id <> winner_party_id THEN previous_party_id END) AS lost_by
    FROM decided
), paired AS (
    SELECT *, CASE WHEN held = 'gain' AND lost_by IS NOT NULL THEN lost_by ELSE runner_up_party_id END AS other_id FROM outcome
)
SELECT x.contest_id, x.office_id, x.office, x.office_kind, x.place, x.nation, x.region, x.area_id, x.council_id,
       x.year, x.date, x.by_election, x.voting_system, x.complete, x.votes_held, x.candidates,
       x.electorate, x.valid_votes, x.spoilt, x.turnout,
       x.winner, x.winner_party_id, x.winner_party, x.winner_votes, x.winner_first, x.winner_share,
       x.runner_up, x.runner_up_party_id, x.runner_up_party, x.runner_up_votes, x.runner_up_first, x.runner_up_share,
       x.decided_on, x.majority, x.majority_gap, x.winner_first - x.runner_up_first AS first_lead,
       CASE WHEN x.complete AND x.decided_on <> 'final round' THEN 100.0 * x.majority / x.valid_votes END AS majority_share,
       x.held AS result, x.lost_by AS from_party_id, l.name AS from_party,
       CASE WHEN x.result IS NOT NULL THEN 'as published' WHEN x.held IS NOT NULL THEN concat('on the election of ', x.previous_year) END AS result_basis,
       s.swing, s.from_party_id AS swing_from_id, s.from_party AS swing_from, s.to_party_id AS swing_to_id, s.to_party AS swing_to,
       s.basis AS swing_basis,
       CASE WHEN s.swing IS NOT NULL THEN NULL
            WHEN NOT x.complete THEN 'not every candidate''s votes are held'
            WHEN x.winner_party_id IN ('independent', 'other') OR x.other_id IN ('independent', 'other')
                 THEN 'independents cannot be followed from one poll to the next'
            WHEN NOT x.by_election AND x.previous_year IS NULL THEN 'the contest before is not held'
            WHEN x.by_election THEN 'one of the two did not stand there at the last general election, or its change of share is not published'
            ELSE 'the contest before is not held whole, or one of the two did not stand in both' END AS swing_gap,
       x.voided, x.note, x.page, x.source_id
FROM paired x
LEFT JOIN party l ON l.party_id = x.lost_by
LEFT JOIN office_swing s ON s.contest_id = x.contest_id
     AND (s.to_party_id = x.winner_party_id AND s.from_party_id = x.other_id OR s.from_party_id = x.winner_party_id AND s.to_party_id = x.other_id)
ORDER BY x.office_id, x.date;

-- Seats of a parliament or assembly by party, with what a majority needs.
CREATE TABLE parliament_seats AS
SELECT c.contest_id, c.office_id, o.name AS office, o.nation, c.year, c.date, s.party_id, p.name AS party, s.constituency_seats, s.regional_seats,
       s.seats, s.change, z.size, z.size // 2 + 1 AS needed, 100.0 * s.seats / z.size AS share, 2 * s.seats > z.size AS has_majority,
       rank() OVER (PARTITION BY c.contest_id ORDER BY s.seats DESC) AS rank, c.complete, c.note, s.page, s.source_id
FROM office_seats s
JOIN office_contest c USING (contest_id)
JOIN office o USING (office_id)
JOIN party p ON p.party_id = s.party_id
JOIN (VALUES ('parliament:scottish-parliament', 129), ('parliament:national-assembly-for-wales', 60), ('parliament:london-assembly', 25)) z(office_id, size)
     ON z.office_id = c.office_id
ORDER BY c.office_id, c.date, s.seats DESC, s.party_id;

-- Every name a question may use for an office, in the shape of `lexicon` (kind 'office'). A constituency's bare name is
-- its own only where no council or area has it: Hartlepool alone is the council, "Hartlepool by-election" the seat.
CREATE TABLE office_lexicon AS
WITH years AS (
    SELECT office_id, min(year) AS first_year, max(year) AS last_year
    FROM (SELECT office_id, year FROM office_contest UNION ALL SELECT office_id, year FROM office_holder) GROUP BY ALL
), plain AS (
    SELECT office_id, kind, place FROM office
    UNION ALL SELECT office_id, kind, replace(place, ' and ', ' & ') FROM office WHERE contains(place, ' and ')
    UNION ALL SELECT n.target, o.kind, n.alias FROM name n JOIN office o ON o.office_id = n.target WHERE n.kind = 'office' AND n.used_by = 'place'
), shapes(kind_like, shape) AS (
    VALUES ('%mayor%', '@ mayor'), ('%mayor%', '@s mayor'), ('%mayor%', 'mayor of @'), ('%mayor%', 'mayor of the @'), ('%mayor%', 'mayor for @'),
           ('%mayor%', 'mayor for the @'), ('%mayor%', 'mayor in @'), ('%mayor%', 'mayor in the @'),
           ('%mayor%', '@ mayoralty'), ('%mayor%', '@ mayoral election'), ('%mayor%', '@ mayoral race'), ('%mayor%', '@ mayoral contest'),
           ('combined%', '@ metro mayor'), ('combined%', 'metro mayor of @'), ('combined%', 'metro mayor of the @'),
           ('police%', '@ pcc'), ('police%', '@ police and crime commissioner'), ('police%', '@ police commissioner'), ('police%', '@ crime commissioner'),
           ('police%', 'pcc for @'), ('police%', 'pcc of @'), ('police%', 'pcc in @'), ('police%', 'police and crime commissioner for @'),
           ('police%', 'police and crime commissioner of @'), ('police%', 'police and crime commissioner in @'), ('police%', 'police commissioner for @'),
           ('police%', 'police commissioner of @'), ('police%', 'police commissioner in @'), ('police%', '@ pcc election'), ('police%', '@ pfcc'),
           ('police%', 'police and crime commissioner for the @'), ('police%', 'pcc for the @'), ('police%', '@ police area'),
           ('constituency', '@ by election'), ('constituency', '@ byelection'), ('constituency', '@ parliamentary by election'),
           ('constituency', 'by election in @'), ('constituency', '@ constituency'), ('constituency', '@ parliamentary seat'), ('constituency', '@ westminster by election'),
           ('constituency', 'parliamentary by election in @'), ('constituency', '@ mp'), ('constituency', 'mp for @'), ('constituency', '@')
), named AS (
    SELECT p.office_id, name_key(replace(s.shape, '@', p.place)) AS key FROM plain p JOIN shapes s ON p.kind LIKE s.kind_like
    UNION SELECT office_id, name_key(name) FROM office
    UNION SELECT target, name_key(alias) FROM name WHERE kind = 'office' AND used_by IS DISTINCT FROM 'place'
)
SELECT n.key, 'office' AS kind, n.office_id AS id, o.name, o.kind AS detail, coalesce(o.council_id, '') AS council_id,
       y.first_year::INTEGER AS first_year, y.last_year::INTEGER AS last_year
FROM named n
JOIN office o USING (office_id)
JOIN years y USING (office_id)
WHERE n.key NOT IN (SELECT key FROM lexicon WHERE kind IN ('council', 'area', 'party'))
GROUP BY ALL
ORDER BY n.key, n.office_id;
