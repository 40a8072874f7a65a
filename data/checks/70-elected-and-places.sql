-- Candidates elected, and places to fill
SELECT t.contest_id AS key, count(*) FILTER (d.elected) AS first, min(d.source_id) AS first_source,
       t.seats AS second, t.source_id AS second_source, count(*) FILTER (d.elected) = t.seats AS agree
FROM contest t JOIN candidacy d USING (contest_id) WHERE t.seats IS NOT NULL AND NOT t.countermanded GROUP BY t.contest_id, t.seats, t.source_id;
