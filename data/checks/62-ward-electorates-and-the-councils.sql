-- Ward electorates added up, and the council's as published (2018)
-- Only councils every one of whose contested wards has its electorate.
WITH wards AS (
    SELECT election_id, sum(electorate) AS electorate, min(turnout_source_id) AS source_id FROM contest WHERE NOT by_election
    GROUP BY ALL HAVING bool_and(electorate IS NOT NULL)
)
SELECT election_id AS key, w.electorate AS first, w.source_id AS first_source, e.electorate AS second, e.source_id AS second_source,
       w.electorate = e.electorate AS agree
FROM wards w JOIN election e USING (election_id) WHERE e.electorate IS NOT NULL;
