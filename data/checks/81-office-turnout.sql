-- Turnout for an office worked out from valid and spoilt papers, and as held
SELECT contest_id AS key, round(100.0 * (valid_votes + coalesce(spoilt, 0)) / electorate, 2) AS first, source_id AS first_source,
       round(turnout, 2) AS second, source_id AS second_source,
       abs(100.0 * (valid_votes + coalesce(spoilt, 0)) / electorate - turnout) <= 0.06 AS agree
FROM office_contest WHERE valid_votes IS NOT NULL AND electorate IS NOT NULL AND turnout IS NOT NULL;
