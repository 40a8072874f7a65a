-- turnout by ward in Walsall 2018
SELECT ward, turnout, year AS _last, source_id AS _sources
FROM ward_poll
WHERE council_id = 'walsall' AND year = 2018 AND NOT by_election
ORDER BY ward
