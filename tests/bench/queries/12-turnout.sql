-- turnout in Walsall 2018
SELECT turnout, year AS _last, source_id AS _sources
FROM poll
WHERE council_id = 'walsall' AND year = 2018
