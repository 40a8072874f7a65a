-- candidates in Gornal 2018
SELECT name AS candidate, ward, party, votes, share AS vote_share, year AS _last
FROM ballot
WHERE council_id = 'dudley' AND ward_slug = 'gornal' AND year = 2018
ORDER BY votes DESC, name
