-- who controls Dudley
SELECT council, year, size, needed, control, administration, largest, largest_seats, majority, short, as_of, source_id
FROM chamber
WHERE council_id = 'dudley'
ORDER BY year DESC
LIMIT 1
