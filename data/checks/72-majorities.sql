-- The majority that answers give, and the last one in less the first one out
-- From the ballot papers themselves; under the single transferable vote there is none.
WITH counted AS (
    SELECT contest_id, min(votes) FILTER (elected) - max(votes) FILTER (NOT elected) AS majority, min(source_id) AS source_id
    FROM candidacy GROUP BY ALL
)
SELECT w.contest_id AS key, c.majority AS first, c.source_id AS first_source, w.majority AS second, w.source_id AS second_source,
       c.majority IS NOT DISTINCT FROM w.majority AS agree
FROM ward_poll w JOIN counted c USING (contest_id) WHERE w.voting_system = 'first past the post' AND c.majority IS NOT NULL;
