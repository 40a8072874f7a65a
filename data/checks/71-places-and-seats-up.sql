-- Places of all wards, and seats filled at the council's poll
-- Wards where nobody stood against the sitting councillors are missing from the figures of May 2023 alone.
SELECT e.election_id AS key, sum(t.seats) AS first, min(t.source_id) AS first_source, e.seats_up AS second, e.source_id AS second_source,
       sum(t.seats) = e.seats_up AS agree
FROM election e JOIN contest t USING (election_id)
WHERE e.seats_up IS NOT NULL AND e.year <> 2023 AND NOT t.countermanded GROUP BY e.election_id, e.seats_up, e.source_id HAVING bool_and(t.seats IS NOT NULL);
