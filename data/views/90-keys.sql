-- What the queries count on: a row a key. Where a second row has it, its figures would be told apart or
-- added up wrongly, so the build stops and names it.
CREATE TEMP TABLE repeated AS
SELECT error(concat_ws(' ', 'two rows of held for', council_id, year, party_id)) FROM held GROUP BY council_id, year, party_id HAVING count(*) > 1
UNION ALL
SELECT error(concat_ws(' ', 'two rows of chamber for', council_id, year)) FROM chamber GROUP BY council_id, year HAVING count(*) > 1
UNION ALL
SELECT error(concat_ws(' ', 'two scheduled polls of', council_id, year)) FROM poll GROUP BY council_id, year HAVING count(*) > 1
UNION ALL
SELECT error(concat_ws(' ', 'two rows of poll_party for', council_id, year, party_id)) FROM poll_party GROUP BY council_id, year, party_id HAVING count(*) > 1
UNION ALL
SELECT error(concat_ws(' ', 'two scheduled contests of', council_id, ward_slug, year)) FROM ward_poll WHERE NOT by_election
GROUP BY council_id, ward_slug, year HAVING count(*) > 1
UNION ALL
SELECT error(concat_ws(' ', 'two rows of a party in', council_id, ward_slug, year, party_id)) FROM ward_poll_party WHERE NOT by_election
GROUP BY council_id, ward_slug, year, party_id HAVING count(*) > 1;
DROP TABLE repeated;
