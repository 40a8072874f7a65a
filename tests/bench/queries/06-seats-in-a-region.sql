-- Labour seats in the West Midlands in 2016
SELECT sum(seats) AS seats, 100.0 * sum(seats) / sum(size) AS seat_share, max(year) AS _last, count(*) AS _councils,
       list(DISTINCT source_id) AS _sources
FROM held
WHERE region = 'West Midlands' AND party_id = 'labour' AND year = 2016
