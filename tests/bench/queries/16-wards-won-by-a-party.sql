-- wards won by Labour in Walsall 2018
SELECT ward, winners AS winner, majority, year AS _last, source_id AS _sources
FROM ward_poll
WHERE council_id = 'walsall' AND year = 2018 AND NOT by_election
  AND contest_id IN (SELECT contest_id FROM ballot WHERE council_id = 'walsall' AND year = 2018 AND party_id = 'labour' AND elected)
ORDER BY ward
