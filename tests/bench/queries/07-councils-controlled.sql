-- which councils in the West Midlands did Labour control in 2016
SELECT council, year, control, largest, largest_seats, size, administration, source_id
FROM chamber
WHERE region = 'West Midlands' AND year = 2016 AND control_id = 'labour'
ORDER BY council
