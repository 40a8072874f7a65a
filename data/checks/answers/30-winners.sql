-- Winners of a ward: those with most votes, as many as there are places
-- By votes alone, not by the sources' flags, at scheduled polls under first past the post; wards whose last place fell between
-- candidates with the same votes are left out, and so are wards of one name in a council with by-elections that year.
WITH stood AS (
    SELECT t.contest_id, t.council_id, t.ward, t.ward_slug, t.year, t.seats, d.name, d.votes,
           rank() OVER (PARTITION BY t.contest_id ORDER BY d.votes DESC) AS place
    FROM contest t JOIN candidacy d USING (contest_id)
    WHERE NOT t.by_election AND t.voting_system = 'first past the post' AND t.seats IS NOT NULL
), settled AS (
    SELECT contest_id, council_id, ward, ward_slug, year, seats, list(name ORDER BY place, name) FILTER (place <= seats) AS names
    FROM stood GROUP BY ALL HAVING count(votes) = count(*) AND count(*) FILTER (place <= seats) = seats
)
SELECT s.contest_id AS key, concat('who won ', s.ward, ' in ', k.name, ' in ', s.year) AS question,
       s.names AS expected, NULL::DOUBLE AS least, NULL::DOUBLE AS most
FROM settled s JOIN council k USING (council_id)
WHERE NOT EXISTS (SELECT 1 FROM contest b WHERE b.by_election AND b.council_id = s.council_id AND b.ward_slug = s.ward_slug AND b.year = s.year);
