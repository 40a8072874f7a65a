-- how did Patrick Harley do
SELECT year, council, ward, name AS candidate, party, votes, share AS vote_share, elected, margin, source_id
FROM ballot
WHERE name = 'Patrick Harley'
ORDER BY year, council, ward
