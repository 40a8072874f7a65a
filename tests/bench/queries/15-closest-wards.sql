-- closest wards in Walsall 2016
SELECT ward, majority, winners AS winner, runner_up, year AS _last, source_id AS _sources
FROM ward_poll
WHERE council_id = 'walsall' AND year = 2016 AND NOT by_election AND majority IS NOT NULL
ORDER BY majority, ward
