-- The council chamber, year by year, from the yearly snapshots: who holds what, and who controls.

-- A row a council, year and party that the source counts apart, zeros included, so that
-- "no Liberal Democrat councillors" is an answer. UKIP, Green and Reform UK are counted apart from 2016. Parties and
-- independents that a roster or a poll tells apart have rows of their own, with that source; `other` is then the rest.
CREATE TABLE held AS
WITH head AS (
    SELECT c.council_id, c.year, c.seats AS size, c.source_id, c.as_of,
           lag(c.year) OVER (PARTITION BY c.council_id ORDER BY c.year) AS previous_year
    FROM control c WHERE c.moment = 'snapshot'
), counted AS (
    SELECT DISTINCT source_id, party_id FROM composition WHERE moment = 'snapshot'
), nation_of AS (
    SELECT council_id, nation FROM council
), told AS (
    SELECT council_id, year, sum(seats) AS seats FROM told_apart GROUP BY ALL
), filled AS (
    SELECT h.council_id, h.year, h.size, h.source_id, h.as_of, h.previous_year, k.party_id,
           coalesce(s.seats, 0) - CASE WHEN k.party_id = 'other' THEN coalesce(t.seats, 0) ELSE 0 END AS seats,
           t.seats IS NOT NULL AS is_told
    FROM head h
    JOIN counted k ON k.source_id = h.source_id
    JOIN nation_of n ON n.council_id = h.council_id
    LEFT JOIN composition s ON s.council_id = h.council_id AND s.year = h.year AND s.moment = 'snapshot'
        AND s.party_id = k.party_id AND s.source_id = h.source_id
    LEFT JOIN told t ON t.council_id = h.council_id AND t.year = h.year
    WHERE s.seats IS NOT NULL
       OR NOT (k.party_id = 'snp' AND n.nation <> 'Scotland' OR k.party_id = 'plaid-cymru' AND n.nation <> 'Wales')
    UNION ALL
    SELECT h.council_id, h.year, h.size, a.source_id, h.as_of, h.previous_year, a.party_id, a.seats, true
    FROM head h JOIN told_apart a USING (council_id, year)
)
SELECT f.council_id, c.name AS council, c.kind AS council_kind, c.region, c.nation, f.year,
       f.party_id, p.name AS party, f.seats, f.size, 100.0 * f.seats / f.size AS share,
       f.previous_year, b.seats AS previous_seats,
       -- "Other" held UKIP and the Greens until the source changed: no change of it across that year, nor
       -- between a year in which its parties are told apart and one in which they are not.
       CASE WHEN f.previous_year = f.year - 1 AND NOT (f.party_id = 'other' AND (f.source_id <> b.source_id OR f.is_told <> b.is_told))
           THEN f.seats - b.seats END AS change,
       e.election_id IS NOT NULL AS voted, f.year = max(f.year) OVER (PARTITION BY f.council_id) AS latest,
       f.as_of, f.source_id
FROM filled f
JOIN council c ON c.council_id = f.council_id
JOIN party p ON p.party_id = f.party_id
LEFT JOIN filled b ON b.council_id = f.council_id AND b.year = f.previous_year AND b.party_id = f.party_id
LEFT JOIN (SELECT DISTINCT council_id, year, min(election_id) AS election_id FROM election WHERE scheduled GROUP BY ALL) e
    ON e.council_id = f.council_id AND e.year = f.year
ORDER BY f.council_id, f.year, f.party_id;

-- What another source has straight after the poll, where it differs: a row a council, year and source.
CREATE TABLE disputed AS
SELECT k.council_id, k.year, s.title, string_agg(p.name || ' ' || k.seats, ', ' ORDER BY k.seats DESC, p.name) AS told
FROM composition k
JOIN party p USING (party_id)
JOIN source s ON s.source_id = k.source_id
LEFT JOIN held h ON h.council_id = k.council_id AND h.year = k.year AND h.party_id = k.party_id
WHERE k.moment = 'after poll' AND k.party_id <> 'other'
GROUP BY k.council_id, k.year, k.source_id, s.title
HAVING count(*) FILTER (k.seats IS DISTINCT FROM h.seats) > 0
ORDER BY k.council_id, k.year, s.title;

-- A row a council and year: size, who has a majority, who runs it, the largest party, and what last year said.
-- `hidden` are the seats of parties and independents that no source held tells apart; where they are as many as those
-- of the largest party that is told, no largest party is claimed, nor how many seats it is short.
CREATE TABLE chamber AS
WITH largest AS (
    SELECT council_id, year,
           max(seats) FILTER (party_id NOT IN ('other', 'independent')) AS seats,
           string_agg(party, ' and ' ORDER BY party) FILTER (party_id NOT IN ('other', 'independent') AND seats = top AND seats > 0) AS names,
           count(*) FILTER (party_id NOT IN ('other', 'independent') AND seats = top AND seats > 0) AS how_many,
           max(seats) FILTER (party_id IN ('other', 'independent')) AS other_seats,
           coalesce(max(seats) FILTER (party_id = 'other'), 0) AS hidden,
           -- "Other" with as many seats as the largest party may hold one that is as large.
           coalesce(max(seats) FILTER (party_id = 'other'), 0) < max(top) AS is_known
    FROM (SELECT *, max(seats) FILTER (party_id NOT IN ('other', 'independent')) OVER (PARTITION BY council_id, year) AS top FROM held)
    GROUP BY ALL
), one AS (
    SELECT c.council_id, k.name AS council, k.kind AS council_kind, k.region, k.nation, c.year,
           c.seats AS size, c.vacant, c.seats // 2 + 1 AS needed,
           c.majority_party AS control_id, coalesce(p.name, 'No overall control') AS control,
           c.administration, c.label, k.valid_to, 
           CASE WHEN l.is_known THEN l.names END AS largest, CASE WHEN l.is_known THEN l.seats END AS largest_seats,
           CASE WHEN l.is_known THEN l.how_many ELSE 0 END AS largest_ties,
           coalesce(l.other_seats, 0) AS other_seats, coalesce(l.hidden, 0) AS hidden,
           CASE WHEN l.is_known THEN 2 * l.seats - c.seats END AS majority,
           CASE WHEN l.is_known THEN c.seats // 2 + 1 - l.seats END AS short,
           c.as_of, c.source_id
    FROM control c
    JOIN council k ON k.council_id = c.council_id
    LEFT JOIN party p ON p.party_id = c.majority_party
    LEFT JOIN largest l ON l.council_id = c.council_id AND l.year = c.year
    WHERE c.moment = 'snapshot'
)
SELECT o.*, lag(o.control_id) OVER w AS previous_control_id, lag(o.control) OVER w AS previous_control,
       lag(o.year) OVER w AS previous_year, o.year = max(o.year) OVER () AS is_newest,
       o.year = max(o.year) OVER (PARTITION BY o.council_id) AS latest,
       EXISTS (SELECT 1 FROM election e WHERE e.council_id = o.council_id AND e.year = o.year AND e.scheduled) AS voted,
       EXISTS (SELECT 1 FROM disputed d WHERE d.council_id = o.council_id AND d.year = o.year) AS is_disputed
FROM one o
WINDOW w AS (PARTITION BY o.council_id ORDER BY o.year)
ORDER BY o.council_id, o.year;

-- Years of which every change of control is reported.
CREATE TABLE control_reported AS
SELECT DISTINCT year FROM control_change WHERE year IN (2018, 2022, 2023) ORDER BY year;

-- Control that changed hands at a poll: as reported where a page says so, else from the
-- snapshots of councils that voted that year.
CREATE TABLE control_shift AS
WITH reported AS (
    SELECT council_id, year, from_party, to_party, from_known, source_id, page,
           row_number() OVER (PARTITION BY council_id, year ORDER BY from_known DESC, source_id) AS nth
    FROM control_change
), seen AS (
    SELECT council_id, year, previous_control_id AS from_party, control_id AS to_party, source_id, voted
    FROM chamber
    WHERE previous_year = year - 1 AND control IS DISTINCT FROM previous_control
      AND (voted OR year < 2014 OR year = 2015 OR NOT EXISTS (  -- years and nations whose polls are not held: the snapshots are all there is
          SELECT 1 FROM election e JOIN council n USING (council_id) WHERE e.year = chamber.year AND n.nation = chamber.nation))
)
SELECT x.*, k.name AS council, k.kind AS council_kind, k.region, k.nation,
       CASE WHEN x.from_known THEN coalesce(a.name, 'No overall control') ELSE 'not stated' END AS from_control,
       coalesce(b.name, 'No overall control') AS to_control
FROM (
    SELECT council_id, year, from_party, to_party, from_known, 'reported' AS said, source_id FROM reported WHERE nth = 1
    UNION ALL
    SELECT s.council_id, s.year, s.from_party, s.to_party, true,
           CASE WHEN s.voted THEN 'snapshots' ELSE 'snapshots, poll not held' END, s.source_id
    FROM seen s
    WHERE s.year NOT IN (SELECT year FROM control_reported)
      AND NOT EXISTS (SELECT 1 FROM reported r WHERE r.council_id = s.council_id AND r.year = s.year)
) x
JOIN council k ON k.council_id = x.council_id
LEFT JOIN party a ON a.party_id = x.from_party
LEFT JOIN party b ON b.party_id = x.to_party
WHERE x.from_party IS DISTINCT FROM x.to_party OR NOT x.from_known
ORDER BY council_id, year;
