-- Control worked out from seats, and the source's own word for it
-- Compared where the word names a party or says that nobody has a majority; "Other" may be a party of no column of its own.
WITH meant(label, party_id) AS (
    VALUES ('Con', 'conservative'), ('CON', 'conservative'), ('Lab', 'labour'), ('LAB', 'labour'), ('LD', 'liberal-democrat'), ('Green', 'green'),
           ('GRN', 'green'), ('Plaid', 'plaid-cymru'), ('SNP', 'snp'), ('SNP/PC', 'snp'), ('NOC', 'none'),
           ('Con plurality', 'none'), ('Lab plurality', 'none'), ('LD plurality', 'none'), ('Green plurality', 'none'),
           ('Other plurality', 'none'), ('Plaid plurality', 'none'), ('SNP plurality', 'none'), ('Nat plurality', 'none'), ('Ind plurality', 'none')
)
SELECT concat_ws(' ', c.council_id, c.year, c.moment) AS key, coalesce(c.majority_party, 'none') AS first, c.source_id AS first_source,
       m.party_id AS second, c.source_id AS second_source, coalesce(c.majority_party, 'none') = m.party_id AS agree
FROM control c JOIN meant m USING (label);
