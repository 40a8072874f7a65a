-- Seats of a party on a council
-- Every party that the composition of the year counts apart.
SELECT concat_ws(' ', c.council_id, c.year, c.party_id) AS key,
       concat('how many seats did ', p.name, ' have in ', k.name, ' in ', c.year) AS question,
       NULL::VARCHAR[] AS expected, c.seats::DOUBLE AS least, c.seats::DOUBLE AS most
FROM composition c JOIN party p USING (party_id) JOIN council k USING (council_id)
WHERE c.moment = 'snapshot' AND p.kind = 'party';
