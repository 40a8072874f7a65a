-- Labour seats in Dudley since 2010
SELECT year, seats, 100.0 * seats / size AS seat_share, source_id AS _sources
FROM held
WHERE council_id = 'dudley' AND party_id = 'labour' AND year >= 2010
ORDER BY year
