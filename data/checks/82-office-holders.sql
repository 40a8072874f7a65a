-- Who won an office, and who the list of holders says was elected that year
SELECT concat_ws(' ', h.office_id, h.year) AS key, concat(d.name, ' (', d.party_id, ')') AS first, d.source_id AS first_source,
       concat(h.name, ' (', h.party_id, ')') AS second, h.source_id AS second_source,
       name_key(d.name) = name_key(h.name) AND d.party_id = h.party_id AS agree
FROM office_holder h JOIN office_contest t ON t.office_id = h.office_id AND t.year = h.year AND NOT t.by_election AND NOT t.voided
JOIN office_candidacy d ON d.contest_id = t.contest_id AND d.elected AND d.name IS NOT NULL;
