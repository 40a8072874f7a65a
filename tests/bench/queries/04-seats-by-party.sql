-- seats by party in Dudley 2018
SELECT party, seats, 100.0 * seats / size AS seat_share, year AS _last, source_id AS _sources
FROM held
WHERE council_id = 'dudley' AND year = 2018 AND seats > 0
ORDER BY party_id = 'other', seats DESC, party
