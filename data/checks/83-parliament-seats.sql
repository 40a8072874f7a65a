-- Constituency and regional seats of a parliament, and the seats in all
SELECT concat_ws(' ', contest_id, party_id) AS key, constituency_seats + regional_seats AS first, source_id AS first_source,
       seats AS second, source_id AS second_source, constituency_seats + regional_seats = seats AS agree
FROM office_seats WHERE constituency_seats IS NOT NULL AND regional_seats IS NOT NULL;
