-- who are the councillors for Gornal
SELECT name AS councillor, party, ward, next_election::VARCHAR AS next_election, year, source_id
FROM member
WHERE council_id = 'dudley' AND ward_slug = 'gornal'
QUALIFY year = max(year) OVER ()
ORDER BY name
