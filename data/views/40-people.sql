-- Sitting councillors with their council; and everybody's name once, for names in questions.
CREATE TABLE member AS
SELECT m.council_id, k.name AS council, k.kind AS council_kind, k.region, k.nation, m.year, m.ward, m.ward_slug,
       m.name, m.surname, m.party_id, p.name AS party, m.next_election, m.source_id
FROM councillor m
JOIN council k ON k.council_id = m.council_id
JOIN party p ON p.party_id = m.party_id
ORDER BY m.council_id, m.year, m.ward_slug, m.name;

CREATE MACRO name_key(name) AS trim(regexp_replace(regexp_replace(
    replace(strip_accents(lower(regexp_replace(name, '[''’ʼ`´]', '', 'g'))), '&', ' and '), '[^\p{L}\p{N}%+]+', ' ', 'g'), '\s+', ' ', 'g'));

CREATE TABLE person AS
SELECT name_key(name) AS key, name
FROM (SELECT name FROM candidacy UNION SELECT name FROM councillor)
GROUP BY ALL
ORDER BY key, name;
