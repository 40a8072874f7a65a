-- which party has the most councillors in England
SELECT party, sum(seats) AS seats, 100.0 * sum(seats) / sum(size) AS seat_share, max(year) AS _last, count(*) AS _councils,
       list(DISTINCT source_id) AS _sources
FROM held
WHERE nation = 'England' AND year = (SELECT max(year) FROM chamber) AND seats > 0
GROUP BY party_id, party
ORDER BY party_id = 'other', seats DESC, party
