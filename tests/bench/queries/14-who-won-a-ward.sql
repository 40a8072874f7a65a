-- who won Gornal in 2018
SELECT name AS candidate, party, votes, share AS vote_share, elected
FROM ballot
WHERE council_id = 'dudley' AND ward_slug = 'gornal' AND year = 2018 AND NOT by_election
ORDER BY rank
