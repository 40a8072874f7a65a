-- A council's size in the composition, and in the Commons Library's table after the poll
SELECT concat_ws(' ', s.council_id, s.year) AS key, s.size AS first, s.source_id AS first_source,
       a.size AS second, a.source_id AS second_source, s.size = a.size AS agree
FROM block s JOIN block a USING (council_id, year) WHERE s.moment = 'snapshot' AND a.moment = 'after poll';
