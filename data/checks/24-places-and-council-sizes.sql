-- Places filled where the whole council was elected, and the council's size
-- The size is the composition's, vacancies included.
SELECT concat_ws(' ', c.council_id, c.year) AS key, e.seats_up AS first, e.source_id AS first_source,
       c.size AS second, b.source_id AS second_source, e.seats_up = c.size AS agree
FROM whole_council c JOIN election e USING (election_id)
JOIN block b ON b.council_id = c.council_id AND b.year = c.year AND b.moment = 'snapshot'
WHERE e.election_id IN (SELECT election_id FROM contest);
