-- Labour net change West Midlands 2016
SELECT council, party, previous_seats AS before, seats, change AS net_change, voted, year, source_id
FROM held
WHERE region = 'West Midlands' AND year = 2016 AND party_id = 'labour' AND change IS NOT NULL
ORDER BY council
