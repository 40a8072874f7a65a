-- What several checks share; run first, into the connection's own temporary space.

-- The parties that one year of a composition counts apart; all others sit in its "other".
CREATE OR REPLACE TEMP VIEW apart AS SELECT DISTINCT source_id, year, moment, party_id FROM composition;

-- A composition block a council, year and moment, with its source.
CREATE OR REPLACE TEMP VIEW block AS
SELECT h.council_id, h.year, h.moment, h.seats AS size, coalesce(h.vacant, 0) AS vacant, h.source_id,
       TRY_CAST(regexp_extract(h.as_of, 'poll of May (\d{4})', 1) AS INTEGER) AS baseline
FROM control h;

-- Polls of which every ward that was fought is held with its candidates.
CREATE OR REPLACE TEMP VIEW by_candidates AS
SELECT e.election_id FROM election e JOIN contest t USING (election_id) WHERE e.complete
GROUP BY e.election_id HAVING bool_and(t.votes_held = 'candidates' OR t.uncontested OR t.countermanded);

-- Seats filled at a council's scheduled poll, by ballot paper.
CREATE OR REPLACE TEMP VIEW winner AS
SELECT t.election_id, t.council_id, t.year, d.party_id, d.source_id, t.uncontested, t.contest_id
FROM candidacy d JOIN contest t USING (contest_id) JOIN election e USING (election_id)
WHERE e.scheduled AND NOT t.by_election AND d.elected AND t.election_id IN (SELECT election_id FROM by_candidates);

-- Polls at which every seat of the council was filled.
CREATE OR REPLACE TEMP VIEW whole_council AS
SELECT e.election_id, e.council_id, e.year, e.date, b.size FROM election e JOIN block b ON b.council_id = e.council_id AND b.year = e.year
WHERE b.moment = 'snapshot' AND e.scheduled AND e.complete AND e.scheme = 'all';
