-- A ward's turnout worked out from ballots and electorate, and as published
-- Worked out to as many places as are published, and agreed within 0.3 points: some councils' own figures count
-- papers that never reached the count.
SELECT contest_id AS key, round(100.0 * ballots / electorate, places) AS first, turnout_source_id AS first_source,
       turnout AS second, turnout_source_id AS second_source,
       round(abs(round(100.0 * ballots / electorate, places) - turnout), 2) <= 0.3 AS agree
FROM (SELECT *, CASE WHEN year IN (2018, 2024) THEN 2 ELSE 1 END AS places FROM contest)
WHERE ballots IS NOT NULL AND electorate IS NOT NULL AND turnout IS NOT NULL;
