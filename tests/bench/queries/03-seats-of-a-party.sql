-- Labour seats in Dudley in 2016
SELECT seats, 100.0 * seats / size AS seat_share, year AS _last, source_id AS _sources
FROM held
WHERE council_id = 'dudley' AND party_id = 'labour' AND year = 2016
