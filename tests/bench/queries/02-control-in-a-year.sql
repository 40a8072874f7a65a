-- who controlled Dudley in 2016
SELECT council, year, size, needed, control, administration, largest, largest_seats, majority, short, as_of, source_id
FROM chamber
WHERE council_id = 'dudley' AND year = 2016
