-- Control lost at a poll as reported, and control worked out from the composition of the year before
SELECT concat_ws(' ', r.council_id, r.year, r.source_id) AS key,
       CASE WHEN r.from_party IS NULL OR p.kind <> 'party' THEN 'none' ELSE r.from_party END AS first, r.source_id AS first_source,
       coalesce(c.majority_party, 'none') AS second, c.source_id AS second_source,
       CASE WHEN r.from_party IS NULL OR p.kind <> 'party' THEN 'none' ELSE r.from_party END = coalesce(c.majority_party, 'none') AS agree
FROM control_change r JOIN control c ON c.council_id = r.council_id AND c.year = r.year - 1 AND c.moment = 'snapshot'
LEFT JOIN party p ON p.party_id = r.from_party
WHERE r.from_known;
