-- Every party's name on every day: join on the day asked about, BETWEEN first_day AND last_day, and each party has one row.
CREATE TABLE party_named AS
WITH renamed AS (
    SELECT party_id, max(valid_to) + 1 AS since FROM party_name GROUP BY party_id
)
SELECT party_id, name, short, valid_from AS first_day, valid_to AS last_day FROM party_name
UNION ALL
SELECT p.party_id, p.name, p.short, CAST(coalesce(r.since, DATE '0001-01-01') AS DATE), DATE '9999-12-31'
FROM party p LEFT JOIN renamed r USING (party_id)
ORDER BY party_id, first_day;
