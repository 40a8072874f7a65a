-- The names a question may use, as texts that are read at once and taken apart only where a question needs them.
-- chr(28) stands between groups, chr(29) between the members of one, chr(30) between senses, chr(31) between fields.
CREATE TABLE name_page AS
WITH everything AS (
    SELECT * FROM lexicon
    UNION ALL -- a constituency's bare name that is also a ward's is the ward's: "Tooting by-election" is the constituency
    SELECT * FROM office_lexicon WHERE detail = 'parliament' OR key NOT IN (SELECT key FROM lexicon)
), sense AS (
    SELECT *, concat_ws(chr(31), kind, id, translate(name, chr(28) || chr(29) || chr(30) || chr(31), '    '), detail,
                        council_id, first_year, last_year) AS sense
    FROM everything
), name AS (
    SELECT key, key || chr(30) || string_agg(sense, chr(30) ORDER BY kind, id, name, detail, council_id, first_year, last_year) AS senses
    FROM sense GROUP BY key
), beginning AS ( -- the names that begin with one word
    SELECT split_part(key, ' ', 1) AS word, word || chr(29) || string_agg(senses, chr(29) ORDER BY key) AS names FROM name GROUP BY word
), thing AS ( -- what is looked up by its id
    SELECT DISTINCT kind, id, sense FROM sense WHERE kind IN ('council', 'area', 'party')
), member AS (
    SELECT area_id, area_id || chr(29) || string_agg(council_id, chr(29) ORDER BY council_id) AS councils FROM area_member GROUP BY area_id
), page AS (
    SELECT 'name' AS kind, word[1:2] AS page, string_agg(names, chr(28) ORDER BY word) AS content FROM beginning GROUP BY word[1:2]
    UNION ALL
    SELECT kind, '', string_agg(sense, chr(30) ORDER BY id) FROM thing GROUP BY kind
    UNION ALL
    SELECT 'member', '', string_agg(councils, chr(28) ORDER BY area_id) FROM member
)
FROM page WHERE content IS NOT NULL ORDER BY kind, page;

-- The wards of each council: the keys of their names, their slugs and the years they were fought in.
CREATE TABLE ward_page AS
SELECT l.council_id AS page,
       string_agg(l.key || chr(31) || l.id || chr(31) || array_to_string(y.years, chr(31)), chr(29) ORDER BY l.key, l.id) AS content
FROM lexicon l JOIN ward_year y ON y.council_id = l.council_id AND y.ward_slug = l.id
WHERE l.kind = 'ward' GROUP BY l.council_id ORDER BY l.council_id;
