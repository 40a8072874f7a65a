-- What the queries count on. Where a key has a second row, its figures would be told apart or added up wrongly:
-- the build stops and names it.
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
GROUP BY council_id, ward_slug, year, party_id HAVING count(*) > 1
UNION ALL  -- a region, or one of the four nations, is asked for by the column that each row has
SELECT error(concat_ws(' ', 'council', c.council_id, 'is in', a.name, 'by one of council and area_member only'))
FROM area a
CROSS JOIN council c
WHERE (a.kind = 'region' OR a.name IN (SELECT nation FROM council))
  AND EXISTS (FROM area_member m WHERE m.area_id = a.area_id AND m.council_id = c.council_id)
      <> (a.name IS NOT DISTINCT FROM CASE WHEN a.kind = 'region' THEN c.region ELSE c.nation END);
DROP TABLE repeated;
