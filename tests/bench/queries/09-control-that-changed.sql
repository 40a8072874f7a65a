-- councils that changed control in 2018
SELECT council, year, from_control AS "from", to_control AS "to", said, source_id
FROM control_shift
WHERE year = 2018
ORDER BY council
