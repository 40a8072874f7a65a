-- What `data verify` knows to be disputed, a row for each figure an answer may quote: join by what the figure is of.
--   subject     composition, control, councillors, seats won, votes, turnout, winner, seats up, council size, councils controlled …
--   council_id  NULL where the figure is an area's or an office's; ward_slug, party_id, contest_id NULL where it is not of one
--   figure      the disputed figure as held, other the one it is disputed by; a party for control, names for a winner
--   text        the dispute as a sentence, without its last stop
--   source_id   who says `other`; figure_source_id who says `figure`: NULL where it was added up over councils here
CREATE TABLE known_dispute AS
WITH keyed AS (
    SELECT *, split_part(key, ' ', 1) AS of, regexp_extract(key, '^\S+ (\d{4})\b', 1) AS key_year,
           regexp_extract(key, '^local\.([^.]+)\.', 1) AS polled, regexp_extract(key, '^\S+\.(\d{4})-\d\d-\d\d', 1) AS poll_year,
           string_split(key, ' ') AS words
    FROM known
), placed AS (
    SELECT k.*, coalesce(c.council_id, p.council_id) AS council_id, a.area_id, t.contest_id, t.ward_slug,
           CAST(coalesce(nullif(k.key_year, ''), nullif(k.poll_year, '')) AS SMALLINT) AS year,
           (SELECT min(party_id) FROM party WHERE list_contains(k.words[2:], party_id)) AS party_id,
           (SELECT min(source_id) FROM source WHERE list_contains(k.words[3:], source_id)) AS said_by_key
    FROM keyed k
    LEFT JOIN council c ON c.council_id = k.of OR c.council_id = split_part(k.of, '/', 1)
    LEFT JOIN council p ON p.council_id = k.polled
    LEFT JOIN area a ON a.area_id = k.of
    LEFT JOIN contest t ON t.contest_id = k.of OR (contains(k.of, '/') AND k.of = t.council_id || '/' || t.ward_slug AND k.key_year = t.year::VARCHAR)
), published AS ( -- where a figure of a council and year is from, by the place the check took it from
    SELECT 'composition' AS place, council_id, year, min(source_id) AS source_id FROM control WHERE moment = 'snapshot' GROUP BY ALL
    UNION ALL SELECT 'commons', council_id, year, min(source_id) FROM control WHERE moment = 'after poll' GROUP BY ALL
    UNION ALL SELECT 'commons before', council_id, try_cast(regexp_extract(as_of, 'poll of May (\d{4})', 1) AS SMALLINT), min(source_id)
    FROM control WHERE moment = 'before poll' GROUP BY ALL
    UNION ALL SELECT 'roster', council_id, year, min(source_id) FROM councillor GROUP BY ALL
    UNION ALL SELECT 'results', council_id, year, min(source_id) FROM contest WHERE votes_held <> 'none' GROUP BY ALL
    UNION ALL SELECT 'turnout', council_id, year, min(turnout_source_id) FROM contest GROUP BY ALL
    UNION ALL SELECT 'election', council_id, year, min(source_id) FROM election GROUP BY ALL
    UNION ALL SELECT 'council totals', e.council_id, e.year, min(p.source_id) FROM election_party p JOIN election e USING (election_id) GROUP BY ALL
), sided AS ( -- both figures, in words, and their sources
    SELECT k.*, x.* EXCLUDE ("check"), r.meaning, coalesce(p.name, '') AS party,
           CASE WHEN x.first_subject = 'control' THEN coalesce(f.name, 'no party') WHEN regexp_full_match(k.first, '\d+') THEN format('{:,}', k.first::BIGINT) ELSE k.first END AS first_told,
           CASE WHEN x.second_subject = 'control' THEN coalesce(s.name, 'no party') WHEN regexp_full_match(k.second, '\d+') THEN format('{:,}', k.second::BIGINT) ELSE k.second END AS second_told,
           CASE x.first_place WHEN 'key' THEN k.said_by_key ELSE u.source_id END AS first_source_id,
           CASE x.second_place WHEN 'key' THEN k.said_by_key ELSE v.source_id END AS second_source_id
    FROM placed k JOIN compared x USING ("check") JOIN reasons r USING (reason)
    LEFT JOIN party p ON p.party_id = k.party_id
    LEFT JOIN party f ON f.party_id = k.first
    LEFT JOIN party s ON s.party_id = k.second
    LEFT JOIN published u ON u.place = x.first_place AND u.council_id = k.council_id AND u.year = k.year
    LEFT JOIN published v ON v.place = x.second_place AND v.council_id = k.council_id AND v.year = k.year
), told AS (
    SELECT *, concat('Sources differ on ', CASE WHEN party <> '' THEN party WHEN first_subject IN ('control', 'turnout') THEN first_subject ELSE 'the ' || first_subject END,
                     ': ', first_told, ' ', first_says, ' against ', second_told, ' ', second_says, '; ', meaning) AS text
    FROM sided
)
SELECT first_subject AS subject, council_id, area_id, year, ward_slug, contest_id, party_id, first AS figure, second AS other,
       text, second_source_id AS source_id, first_source_id AS figure_source_id, "check"
FROM told
UNION ALL
SELECT second_subject, council_id, area_id, year, ward_slug, contest_id, party_id, second, first, text, first_source_id, second_source_id, "check"
FROM told
ORDER BY subject, council_id, area_id, year, ward_slug, party_id, "check", figure;
