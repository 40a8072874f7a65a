-- Labour vote share in Walsall 2018
SELECT 100.0 * votes / poll_votes AS vote_share, votes, year AS _last, source_id AS _sources
FROM poll_party
WHERE council_id = 'walsall' AND party_id = 'labour' AND year = 2018
