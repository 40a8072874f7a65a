-- Every name a question may use for a council, an area, a party or a ward, by its key.
CREATE TABLE lexicon AS
WITH common(word) AS (
    VALUES -- words that questions are made of, and places: a party whose code is one of them goes by its longer name only
        ('all'), ('arise'), ('bd'), ('bf'), ('bold'), ('bp'), ('break'), ('bucks'), ('build'), ('ca'),
        ('change'), ('clear'), ('cli'), ('comm'), ('common'), ('consensus'), ('cup'), ('democrat'), ('ed'),
        ('fa'), ('fig'), ('first'), ('five'), ('forward'),
        ('fp'), ('freedom'), ('future'), ('fwd'), ('harmony'), ('heritage'), ('home'), ('ibis'),
        ('imagine'), ('isp'), ('justice'), ('link'), ('local'), ('mainstream'), ('majority'),
        ('mp'), ('path'), ('peace'), ('people'), ('pink'), ('rad'),
        ('rb'), ('rd'), ('rise'), ('roman'), ('rp'),
        ('shared'), ('sl'), ('sovereign'), ('sovereignty'), ('su'), ('together'), ('unity'),
        ('us'), ('wai'), ('wm'), ('wr'),
        ('alderley'), ('andover'), ('ashford'), ('croydon'), ('cumbria'), ('devizes'), ('esher'), ('eston'),
        ('farnham'), ('fylde'), ('harlow'), ('hextable'), ('kirkby'), ('merthyr'), ('mitcham'),
        ('newport'), ('rochford'), ('seaham'), ('selston'), ('swale'), ('thanet'),
        ('thurrock'), ('wessex')
), council_years AS (
    SELECT council_id, coalesce(min(year), 1973) AS first_year, coalesce(max(year), 2026) AS last_year
    FROM (SELECT council_id, year FROM chamber UNION ALL SELECT council_id, year FROM election) GROUP BY ALL
), councils AS (
    SELECT c.council_id, c.name, c.official_name, c.kind, coalesce(y.first_year, 1973) AS first_year,
           CASE WHEN c.valid_to IS NULL THEN 9999 ELSE coalesce(y.last_year, year(c.valid_to)) END AS last_year
    FROM council c LEFT JOIN council_years y USING (council_id)
), names AS (
    SELECT name AS alias, 'council' AS kind, council_id AS id, name, kind AS detail, '' AS council_id, first_year, last_year FROM councils
    UNION ALL
    SELECT official_name, 'council', council_id, name, kind, '', first_year, last_year FROM councils
    UNION ALL
    SELECT n.alias, 'council', c.council_id, c.name, c.kind, '', c.first_year, c.last_year
    FROM name n JOIN councils c ON c.council_id = n.target WHERE n.kind = 'council'
    UNION ALL
    SELECT name, 'area', area_id, name, kind, '', 0, 9999 FROM area
    UNION ALL
    SELECT n.alias, 'area', a.area_id, a.name, a.kind, '', 0, 9999
    FROM name n JOIN area a ON a.area_id = n.target WHERE n.kind = 'area'
    UNION ALL
    SELECT x.alias, 'party', p.party_id, p.name, p.kind, '', 0, 9999
    FROM (SELECT party_id, name AS alias FROM party UNION SELECT party_id, short FROM party
          UNION SELECT party_id, name || ' Party' FROM party WHERE name_key(name) IN (SELECT word FROM common WHERE word <> 'majority')
          UNION SELECT party_id, regexp_replace(name, ' Party$', '') FROM party WHERE regexp_matches(name, ' (Independents|Residents) Party$')
          UNION SELECT target, alias FROM name WHERE kind = 'party') x
    JOIN party p USING (party_id)
    WHERE p.ec_id IN ('PP52', 'PP53', 'PP63', 'PP90', 'PP7931', 'PP362') OR name_key(x.alias) NOT IN (SELECT word FROM common)
    UNION ALL
    SELECT w.alias, 'ward', w.ward_slug, w.ward, '', w.council_id, w.first_year, w.last_year
    FROM (
        SELECT ward AS alias, ward_slug, ward, council_id, min(year) AS first_year, max(year) AS last_year FROM contest GROUP BY ALL
        UNION ALL
        SELECT a.alias, t.ward_slug, t.ward, t.council_id, min(t.year), max(t.year)
        FROM ward_alias a JOIN contest t ON t.council_id = a.council_id AND t.ward = a.ward GROUP BY ALL
    ) w
), spoken AS ( -- "Brighton Hove", "Allerton Hunts Cross": an "and" within a name is often left out
    SELECT * FROM names
    UNION ALL
    SELECT regexp_replace(alias, ' (and|&) ', ' ', 'g'), * EXCLUDE (alias) FROM names
    WHERE kind IN ('council', 'ward') AND regexp_matches(alias, ' (and|&) ')
)
SELECT name_key(alias) AS key, kind, id, name, detail, council_id,
       min(first_year)::INTEGER AS first_year, max(last_year)::INTEGER AS last_year
FROM spoken
WHERE length(name_key(alias)) > 1
GROUP BY ALL
ORDER BY key, kind, id, council_id;

-- The years in which each ward was fought, to tell wards of one name apart by the year asked about.
CREATE TABLE ward_year AS
SELECT council_id, ward_slug, list_sort(list(DISTINCT year::INTEGER)) AS years
FROM contest GROUP BY ALL ORDER BY council_id, ward_slug;
