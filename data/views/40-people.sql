-- Sitting councillors with their council; and everybody's name once, for names in questions.
CREATE TABLE member AS
SELECT m.council_id, k.name AS council, k.kind AS council_kind, k.region, k.nation, m.year, m.ward, m.ward_slug,
       m.name, m.surname, m.party_id, p.name AS party, m.next_election, m.source_id
FROM councillor m
JOIN council k ON k.council_id = m.council_id
JOIN party p ON p.party_id = m.party_id
ORDER BY m.council_id, m.year, m.ward_slug, m.name;

-- Two members of one council and year who share a name, each in a ward of their own: two people, kept apart by ward.
CREATE TABLE namesake AS
SELECT council_id, name, list_sort(list(DISTINCT ward_slug)) AS ward_slugs, min(year) AS first_year, max(year) AS last_year
FROM (
    SELECT council_id, name, ward_slug, year, count(DISTINCT ward_slug) OVER (PARTITION BY council_id, name, year) AS wards FROM councillor
)
WHERE wards > 1
GROUP BY ALL
ORDER BY council_id, name;

CREATE MACRO name_key(name) AS trim(regexp_replace(regexp_replace(
    replace(strip_accents(lower(regexp_replace(name, '[''’ʼ`´]', '', 'g'))), '&', ' and '), '[^\p{L}\p{N}%+]+', ' ', 'g'), '\s+', ' ', 'g'));

-- `in_wards`, `in_offices`: where the name is held, wards and rosters or the contests for an office. A reviewed alias
-- of a person ("Sadiq Kahn") is a key of the name as printed, as are the initials that a source prints ("A.H. Ball").
CREATE TABLE person AS
WITH office_people AS (
    SELECT name FROM office_candidacy WHERE name IS NOT NULL UNION SELECT name FROM office_holder
), held AS (
    SELECT name, name AS alias, true AS in_wards, false AS in_offices FROM candidacy
    UNION ALL SELECT name, printed, true, false FROM candidacy WHERE printed IS NOT NULL
    UNION ALL SELECT name, name, true, false FROM councillor
    UNION ALL SELECT name, name, false, true FROM office_people
    UNION ALL SELECT target, alias, false, true FROM name WHERE kind = 'person'
)
SELECT name_key(alias) AS key, name, bool_or(in_wards) AS in_wards, bool_or(in_offices) AS in_offices
FROM held
GROUP BY ALL
ORDER BY key, name;

-- Who bears a surname, and where: a question may give the surname alone ("did Sambrook hold Kingstanding").
CREATE TABLE bearer AS
WITH borne AS (
    SELECT surname, name, council_id, ward_slug, NULL AS office_id, year FROM ballot
    UNION ALL SELECT surname, name, council_id, ward_slug, NULL, year FROM member
    UNION ALL SELECT d.surname, d.name, NULL, NULL, t.office_id, t.year
    FROM office_candidacy d JOIN office_contest t USING (contest_id) WHERE d.name IS NOT NULL
    UNION ALL SELECT surname, name, NULL, NULL, office_id, year FROM office_holder
)
SELECT name_key(surname) AS key, name, council_id, ward_slug, office_id, max(year) AS last_year, list_sort(list(DISTINCT year)) AS years
FROM borne
GROUP BY ALL
ORDER BY key, name, council_id, ward_slug, office_id;
