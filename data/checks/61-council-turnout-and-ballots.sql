-- A council's turnout worked out from its ballots and electorate, and as published (2018)
SELECT election_id AS key, round(100.0 * ballots / electorate, 2) AS first, source_id AS first_source,
       turnout AS second, source_id AS second_source, abs(round(100.0 * ballots / electorate, 2) - turnout) <= 0.011 AS agree
FROM election WHERE ballots IS NOT NULL AND electorate IS NOT NULL AND turnout IS NOT NULL;
