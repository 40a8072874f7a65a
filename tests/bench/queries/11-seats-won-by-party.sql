-- seats won by party in Walsall 2018
SELECT party, seats AS seats_won, votes, 100.0 * votes / poll_votes AS vote_share, year AS _last, source_id AS _sources
FROM poll_party
WHERE council_id = 'walsall' AND year = 2018 AND candidates > 0
ORDER BY party_id = 'other', seats DESC, party
