-- Ward ballots added up, and the council's as published (2018)
-- Only councils every one of whose contested wards has its ballots.
WITH wards AS (
    SELECT election_id, sum(ballots) AS ballots, min(turnout_source_id) AS source_id FROM contest WHERE NOT by_election
    GROUP BY ALL HAVING bool_and(ballots IS NOT NULL)
)
SELECT election_id AS key, w.ballots AS first, w.source_id AS first_source, e.ballots AS second, e.source_id AS second_source,
       w.ballots = e.ballots AS agree
FROM wards w JOIN election e USING (election_id) WHERE e.ballots IS NOT NULL;
