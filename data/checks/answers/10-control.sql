-- Control: the party with more than half of all seats, vacancies included
-- Counted from the composition's own rows. Left out where those whom the source files together as others or as independents
-- have more than half: who they are is not in these rows.
WITH block AS (
    SELECT c.council_id, c.year, sum(c.seats) + coalesce(any_value(h.vacant), 0) AS size,
           max(c.seats) FILTER (p.kind = 'party') AS most, arg_max(p.name, c.seats) FILTER (p.kind = 'party') AS largest,
           coalesce(sum(c.seats) FILTER (p.kind <> 'party'), 0) AS together
    FROM composition c JOIN party p USING (party_id)
    JOIN control h ON h.council_id = c.council_id AND h.year = c.year AND h.moment = c.moment AND h.source_id = c.source_id
    WHERE c.moment = 'snapshot' GROUP BY c.council_id, c.year
)
SELECT concat_ws(' ', council_id, year) AS key, concat('who controlled ', k.name, ' in ', year) AS question,
       [CASE WHEN 2 * most > size THEN largest ELSE 'No overall control' END] AS expected, NULL::DOUBLE AS least, NULL::DOUBLE AS most
FROM block JOIN council k USING (council_id) WHERE 2 * together <= size;
