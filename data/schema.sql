-- The shipped tables: keys, checks and what each column means.
-- One CREATE TABLE a file of data/ (NAME.csv or NAME.parquet). `assistant data build`
-- writes the files and runs every check declared here; the embedded default is built from both.
-- Every row names its source. Shares, turnout and swing are percentages (31.9), never fractions.

-- Who publishes, under which licence, as of when.
CREATE TABLE source (
    source_id   VARCHAR PRIMARY KEY,      -- leap-2016, handbook-2024, ocd-composition, commons-2023 …
    title       VARCHAR NOT NULL,
    publisher   VARCHAR NOT NULL,
    licence     VARCHAR NOT NULL,
    url         VARCHAR,
    as_of       DATE,                     -- when the source was current, if one date says it
    note        VARCHAR
);

-- A council, as a legal body, between two dates. A successor is another row.
CREATE TABLE council (
    council_id    VARCHAR PRIMARY KEY,    -- Democracy Club slug: dudley, newcastle-under-lyme
    name          VARCHAR NOT NULL,       -- as printed, without "Council": Newcastle-under-Lyme
    official_name VARCHAR NOT NULL,
    kind          VARCHAR NOT NULL CHECK (kind IN ('county', 'district', 'metropolitan borough', 'unitary',
                  'london borough', 'scottish council', 'welsh council', 'northern irish council', 'city corporation')),
    nation        VARCHAR NOT NULL CHECK (nation IN ('England', 'Scotland', 'Wales', 'Northern Ireland')),
    region        VARCHAR,                -- English region, else the nation; NULL only where unknown
    gss           VARCHAR,                -- current or last GSS code
    gss_former    VARCHAR,                -- superseded codes, ';' between
    valid_from    DATE,                   -- NULL: before the first year held
    valid_to      DATE,                   -- NULL: still there
    successors    VARCHAR,                -- council_ids, ';' between
    note          VARCHAR,                -- e.g. why its region differs from the register's
    source_id     VARCHAR NOT NULL REFERENCES source
);

-- A set of councils that people name as one place.
CREATE TABLE area (
    area_id   VARCHAR PRIMARY KEY,        -- region:west-midlands, combined-authority:west-midlands, county:staffordshire
    name      VARCHAR NOT NULL,
    kind      VARCHAR NOT NULL CHECK (kind IN ('nation', 'region', 'county', 'combined authority', 'group')),
    note      VARCHAR,                    -- what a reader may expect in it and why it is not: "Derbyshire is in the East Midlands"
    source_id VARCHAR NOT NULL REFERENCES source
);
CREATE TABLE area_member (
    area_id    VARCHAR NOT NULL REFERENCES area,
    council_id VARCHAR NOT NULL REFERENCES council,
    source_id  VARCHAR NOT NULL REFERENCES source,
    PRIMARY KEY (area_id, council_id)
);

CREATE TABLE party (
    party_id  VARCHAR PRIMARY KEY,        -- labour, conservative, liberal-democrat, green, reform-uk, ukip, plaid-cymru, snp, independent, other …
    name      VARCHAR NOT NULL,           -- full name as printed: "Liberal Democrat", "Reform UK"
    short     VARCHAR NOT NULL,           -- Lab, Con, LD, Grn, Ref
    ec_id     VARCHAR,                    -- Electoral Commission: PP53
    kind      VARCHAR NOT NULL CHECK (kind IN ('party', 'independents', 'residual')),  -- residual: "other" in a source that groups
    colour    VARCHAR,
    source_id VARCHAR NOT NULL REFERENCES source
);

-- What a party was called before it took the name it has: an answer about a day names it by the name of then.
CREATE TABLE party_name (
    party_id   VARCHAR NOT NULL REFERENCES party,
    name       VARCHAR NOT NULL,          -- as printed then: "Brexit Party"
    short      VARCHAR NOT NULL,
    valid_from DATE NOT NULL,             -- first and last day of the name
    valid_to   DATE NOT NULL CHECK (valid_to >= valid_from),
    note       VARCHAR,
    source_id  VARCHAR NOT NULL REFERENCES source,
    PRIMARY KEY (party_id, valid_from)
);

-- Reviewed aliases, and who uses them. Ward names are not here: they come from contests and rosters.
CREATE TABLE name (
    alias     VARCHAR NOT NULL,           -- as people write it, any case: Brum, Tories, Newcastle
    kind      VARCHAR NOT NULL CHECK (kind IN ('council', 'area', 'party', 'office', 'person')),
    target    VARCHAR NOT NULL,           -- council_id, area_id, party_id, office_id, or a person's name as printed
    used_by   VARCHAR,                    -- register, press, locals, ballot papers, handbook, LEAP …
    source_id VARCHAR NOT NULL REFERENCES source,
    PRIMARY KEY (alias, kind, target)
);
-- One ward written several ways: a reviewed map to the name we print.
CREATE TABLE ward_alias (
    council_id VARCHAR NOT NULL REFERENCES council,
    alias      VARCHAR NOT NULL,
    ward       VARCHAR NOT NULL,
    source_id  VARCHAR NOT NULL REFERENCES source,
    PRIMARY KEY (council_id, alias)
);

-- Seats by party on a council. One block a council, year, source and moment.
CREATE TABLE composition (
    council_id VARCHAR NOT NULL REFERENCES council,
    year       SMALLINT NOT NULL,
    moment     VARCHAR NOT NULL CHECK (moment IN ('snapshot', 'after poll', 'before poll')),
    party_id   VARCHAR NOT NULL REFERENCES party,
    seats      SMALLINT NOT NULL CHECK (seats >= 0),
    source_id  VARCHAR NOT NULL REFERENCES source,
    PRIMARY KEY (council_id, year, moment, party_id, source_id)
);
-- What a snapshot's "other" holds, where a roster or a poll of that year tells: local parties and independents.
CREATE TABLE told_apart (
    council_id VARCHAR NOT NULL REFERENCES council,
    year       SMALLINT NOT NULL,
    party_id   VARCHAR NOT NULL REFERENCES party,
    seats      SMALLINT NOT NULL CHECK (seats > 0),
    source_id  VARCHAR NOT NULL REFERENCES source,
    PRIMARY KEY (council_id, year, party_id)
);
-- The head of such a block: size, vacancies, and what the source says of who runs it.
CREATE TABLE control (
    council_id     VARCHAR NOT NULL REFERENCES council,
    year           SMALLINT NOT NULL,
    moment         VARCHAR NOT NULL CHECK (moment IN ('snapshot', 'after poll', 'before poll')),
    as_of          VARCHAR,               -- plain words: "some time after May 2016", "2016-05-05"
    seats          SMALLINT NOT NULL CHECK (seats > 0),   -- size of the council, vacancies included
    vacant         SMALLINT,
    majority_party VARCHAR REFERENCES party,              -- party with more than half the seats, worked out from seats and told_apart; NULL: none
    administration VARCHAR,               -- as the source writes it from 2025: "CON min", "LD/LAB/GRN"
    label          VARCHAR,               -- the source's own word: Con, NOC, "Lab plurality"
    source_id      VARCHAR NOT NULL REFERENCES source,
    PRIMARY KEY (council_id, year, moment, source_id)
);
-- Control that changed hands at a poll, as reported. NULL party: no overall control.
CREATE TABLE control_change (
    council_id  VARCHAR NOT NULL REFERENCES council,
    year        SMALLINT NOT NULL,
    from_party  VARCHAR REFERENCES party,
    to_party    VARCHAR REFERENCES party,
    from_known  BOOLEAN NOT NULL,         -- false: the page names only the winner
    source_id   VARCHAR NOT NULL REFERENCES source,
    page        VARCHAR,                  -- the page's address where the source is a collection
    PRIMARY KEY (council_id, year, source_id)
);

-- One council's polls of one day.
CREATE TABLE election (
    election_id VARCHAR PRIMARY KEY,      -- local.dudley.2016-05-05
    council_id  VARCHAR NOT NULL REFERENCES council,
    date        DATE NOT NULL,
    year        SMALLINT NOT NULL,
    scheduled   BOOLEAN NOT NULL,         -- false: only by-elections that day
    scheme      VARCHAR CHECK (scheme IN ('all', 'halves', 'thirds')),  -- NULL: not known
    seats_up    SMALLINT,                 -- seats filled that day, uncontested included; NULL: not known
    electorate  INTEGER,                  -- council-wide figures as published (2018); else NULL and summed from wards
    ballots     INTEGER,
    turnout     DOUBLE,                   -- ballots at the count as % of electorate
    source_id   VARCHAR NOT NULL REFERENCES source,
    complete    BOOLEAN NOT NULL          -- every ward that was polled is held, or council-wide totals are
);
-- Council-wide votes and seats by party as another publisher adds them up: used where wards are not held, and to check.
CREATE TABLE election_party (
    election_id VARCHAR NOT NULL REFERENCES election,
    party_id    VARCHAR NOT NULL REFERENCES party,
    label       VARCHAR NOT NULL,
    votes       INTEGER,
    seats       SMALLINT,
    source_id   VARCHAR NOT NULL REFERENCES source,
    PRIMARY KEY (election_id, label, source_id)
);

-- One ward's (or county division's) contest on one day.
CREATE TABLE contest (
    contest_id    VARCHAR PRIMARY KEY,    -- local.dudley.gornal.2016-05-05
    election_id   VARCHAR NOT NULL REFERENCES election,
    council_id    VARCHAR NOT NULL REFERENCES council,
    ward          VARCHAR NOT NULL,       -- one spelling a ward of a council through the years where it is the same name
    ward_slug     VARCHAR NOT NULL,
    ward_gss      VARCHAR,
    date          DATE NOT NULL,
    year          SMALLINT NOT NULL,
    seats         SMALLINT,               -- places to fill; NULL: not stated and not countable
    voting_system VARCHAR NOT NULL CHECK (voting_system IN ('first past the post', 'single transferable vote')),
    by_election   BOOLEAN NOT NULL,       -- outside the council's own scheduled poll
    uncontested   BOOLEAN NOT NULL,
    votes_held    VARCHAR NOT NULL CHECK (votes_held IN ('candidates', 'parties', 'none')),  -- 2023: a party's top candidate only; turnout-only years: none
    electorate    INTEGER,
    ballots       INTEGER,
    turnout       DOUBLE CHECK (turnout > 0 AND turnout <= 100),
    turnout_basis VARCHAR,                -- ballots at the count / valid votes / as published
    note          VARCHAR,
    source_id     VARCHAR NOT NULL REFERENCES source,
    turnout_source_id VARCHAR REFERENCES source,
    rejected      INTEGER CHECK (rejected >= 0),  -- ballot papers rejected at the count; NULL: not given
    lot           BOOLEAN NOT NULL,       -- the last place fell by lot between candidates with the same votes
    countermanded BOOLEAN NOT NULL,       -- no poll was held that day: a candidate had died; seats are not filled
    quota         INTEGER,                -- of the single transferable vote; NULL: not given
    won_by        VARCHAR REFERENCES party-- the winner's party where the votes held do not tell (independents of 2023 added up)
);
-- One candidate on one ballot paper.
CREATE TABLE candidacy (
    contest_id VARCHAR NOT NULL REFERENCES contest,
    rank       SMALLINT NOT NULL,         -- by votes, 1 first; ties keep the elected one first
    name       VARCHAR NOT NULL,          -- as printed, given name or initials first: "Patti Lane", "T. Wye"
    surname    VARCHAR NOT NULL,
    party_id   VARCHAR NOT NULL REFERENCES party,
    label      VARCHAR NOT NULL,          -- the source's party code or name
    votes      INTEGER CHECK (votes >= 0),-- NULL: uncontested, or not given
    elected    BOOLEAN NOT NULL,
    source_id  VARCHAR NOT NULL REFERENCES source,
    stage      SMALLINT,                  -- of the count at which elected, single transferable vote only
    printed    VARCHAR,                   -- the name as this source prints it, where `name` is joined from another: "D.P. Batchelor"
    name_source_id VARCHAR REFERENCES source,
    PRIMARY KEY (contest_id, rank)
);
-- May 2023: one figure a party and ward, the votes of its top candidate; no names.
CREATE TABLE ward_party (
    contest_id VARCHAR NOT NULL REFERENCES contest,
    party_id   VARCHAR NOT NULL REFERENCES party,
    label      VARCHAR NOT NULL,
    votes      INTEGER NOT NULL CHECK (votes >= 0),
    source_id  VARCHAR NOT NULL REFERENCES source,
    PRIMARY KEY (contest_id, label)
);

-- What sources that differ were found to say, each judged: the reviewed file that the build applies.
CREATE TABLE correction (
    correction_id INTEGER PRIMARY KEY,
    council_id VARCHAR REFERENCES council,-- NULL: many councils
    year       SMALLINT NOT NULL,
    ward       VARCHAR,                   -- NULL: the whole poll
    ward_slug  VARCHAR,
    candidate  VARCHAR,                   -- as the source prints the name
    field      VARCHAR NOT NULL,          -- votes, elected, party, turnout, electorate, date, seats_up, margin …
    was        VARCHAR,                   -- what the tables had
    now        VARCHAR,                   -- what the other source has
    taken      VARCHAR NOT NULL CHECK (taken IN ('applied', 'by source', 'by rule', 'noted', 'declined')),
    evidence   VARCHAR NOT NULL,
    source_id  VARCHAR NOT NULL REFERENCES source
);

-- Sitting councillors, one roster a year.
CREATE TABLE councillor (
    council_id    VARCHAR NOT NULL REFERENCES council,
    year          SMALLINT NOT NULL,
    ward          VARCHAR NOT NULL,
    ward_slug     VARCHAR NOT NULL,
    name          VARCHAR NOT NULL,
    surname       VARCHAR NOT NULL,
    party_id      VARCHAR NOT NULL REFERENCES party,
    label         VARCHAR NOT NULL,
    next_election DATE,
    source_id     VARCHAR NOT NULL REFERENCES source
);

-- An office that people elect one holder to, or a parliament: mayors of combined authorities, London and
-- boroughs; police and crime commissioners; constituencies of the UK Parliament; Holyrood and Cardiff Bay.
CREATE TABLE office (
    office_id  VARCHAR PRIMARY KEY,       -- mayor:west-midlands, pcc:cumbria, constituency:blackpool-south, parliament:scottish-parliament
    name       VARCHAR NOT NULL,          -- Mayor of the West Midlands, Cumbria Police and Crime Commissioner, Blackpool South
    kind       VARCHAR NOT NULL CHECK (kind IN ('combined authority mayor', 'mayor of London', 'local mayor',
               'police and crime commissioner', 'constituency', 'parliament')),
    place      VARCHAR NOT NULL,          -- the part of the name that is a place: West Midlands, Blackpool South
    nation     VARCHAR NOT NULL CHECK (nation IN ('England', 'Scotland', 'Wales', 'Northern Ireland')),
    region     VARCHAR,                   -- English region of a constituency or a borough; else NULL
    area_id    VARCHAR REFERENCES area,   -- where the office's area is one of ours
    council_id VARCHAR REFERENCES council,-- a local mayor's council
    gss        VARCHAR,
    valid_from DATE,                      -- NULL: before the first contest held
    valid_to   DATE,                      -- NULL: still there
    note       VARCHAR,
    source_id  VARCHAR NOT NULL REFERENCES source
);
-- One day's contest for an office.
CREATE TABLE office_contest (
    contest_id    VARCHAR PRIMARY KEY,    -- mayor.west-midlands.2024-05-02, pcc.cumbria.2024-05-02, parl.blackpool-south.by.2024-05-02
    office_id     VARCHAR NOT NULL REFERENCES office,
    date          DATE NOT NULL,
    year          SMALLINT NOT NULL,
    voting_system VARCHAR NOT NULL CHECK (voting_system IN ('supplementary vote', 'first past the post', 'additional member')),
    by_election   BOOLEAN NOT NULL,
    complete      BOOLEAN NOT NULL,       -- every candidate (or party) is held with votes: only then are shares worked out
    votes_held    VARCHAR NOT NULL CHECK (votes_held IN ('candidates', 'parties', 'none')),  -- parties: one figure a party, the winner's name only
    electorate    INTEGER,
    valid_votes   INTEGER,                -- as published, else the sum of first votes where complete
    spoilt        INTEGER,
    turnout       DOUBLE CHECK (turnout > 0 AND turnout <= 100),  -- valid and spoilt papers as % of electorate
    result        VARCHAR CHECK (result IN ('hold', 'gain')),  -- as the source says; NULL: not said
    from_party    VARCHAR REFERENCES party,-- who held it before a gain, as the source says
    voided        BOOLEAN NOT NULL,       -- the poll was set aside and fought again
    note          VARCHAR,
    page          VARCHAR,                -- the page's address where the source is a collection
    source_id     VARCHAR NOT NULL REFERENCES source
);
-- One candidate of such a contest; with votes_held 'parties' one party, the name the winner's only.
CREATE TABLE office_candidacy (
    contest_id  VARCHAR NOT NULL REFERENCES office_contest,
    rank        SMALLINT NOT NULL,        -- the winner 1, then the other finalist of a second round, then by first votes
    name        VARCHAR,                  -- NULL: the page names the party only
    surname     VARCHAR,
    party_id    VARCHAR NOT NULL REFERENCES party,
    label       VARCHAR NOT NULL,
    first_votes INTEGER CHECK (first_votes >= 0),  -- first preferences, or the votes under first past the post; NULL: not had
    final_votes INTEGER CHECK (final_votes >= 0),  -- after the second round; NULL: none, not in it, or not had
    change      DOUBLE,                   -- points of share since the last general election there, as published (by-elections)
    elected     BOOLEAN NOT NULL,
    source_id   VARCHAR NOT NULL REFERENCES source,
    PRIMARY KEY (contest_id, rank)
);
-- Seats won in a parliament: constituencies, regional lists and both.
CREATE TABLE office_seats (
    contest_id         VARCHAR NOT NULL REFERENCES office_contest,
    party_id           VARCHAR NOT NULL REFERENCES party,
    constituency_seats SMALLINT,
    regional_seats     SMALLINT,
    seats              SMALLINT NOT NULL CHECK (seats >= 0),
    change             SMALLINT,          -- on the election before
    page               VARCHAR NOT NULL,
    source_id          VARCHAR NOT NULL REFERENCES source,
    PRIMARY KEY (contest_id, party_id)
);
-- Who was elected to an office, as lists of holders give it: also where no votes are held.
CREATE TABLE office_holder (
    office_id  VARCHAR NOT NULL REFERENCES office,
    year       SMALLINT NOT NULL,
    elected_on DATE,                      -- NULL: sources disagree on the day
    name       VARCHAR NOT NULL,
    surname    VARCHAR NOT NULL,
    party_id   VARCHAR NOT NULL REFERENCES party,
    note       VARCHAR,
    page       VARCHAR,
    source_id  VARCHAR NOT NULL REFERENCES source,
    PRIMARY KEY (office_id, year)
);

-- What a named page said: net changes, ward gains and holds, national totals.
CREATE TABLE reported (
    reported_id  INTEGER PRIMARY KEY,
    subject_kind VARCHAR NOT NULL CHECK (subject_kind IN ('council', 'area', 'ward', 'person', 'office')),
    subject      VARCHAR NOT NULL,        -- council_id, area_id, council_id/ward_slug, office_id, or a person's name
    year         SMALLINT NOT NULL,
    party_id     VARCHAR REFERENCES party,
    measure      VARCHAR NOT NULL,        -- seats won, net change, gains, losses, councils, councils change, gain, hold, seats after, turnout,
                                          -- control gained, control lost, control held, majority, votes, swing, winner, place …
    figure       DOUBLE,
    from_party   VARCHAR REFERENCES party,-- for a ward's gain
    basis        VARCHAR,                 -- eve of poll / last fought / not stated
    declared     SMALLINT,                -- n of …
    of_total     SMALLINT,                -- … N declared when it was said
    note         VARCHAR,
    page         VARCHAR,
    source_id    VARCHAR NOT NULL REFERENCES source
);

-- Figures that are held twice and differ, as `data verify` knows them: the files of these three are in checks/.
-- Why two figures differ that were looked at, and who says so.
CREATE TABLE reasons (
    reason  VARCHAR PRIMARY KEY,          -- snapshot-later, one-source-differs …
    meaning VARCHAR NOT NULL,
    said_by VARCHAR NOT NULL
);
-- What a check's two figures are figures of, and where each is from: the words an answer says a dispute in.
CREATE TABLE compared (
    "check"        VARCHAR PRIMARY KEY,   -- the name of a file of checks/, without its number
    first_subject  VARCHAR NOT NULL,      -- composition, control, councillors, seats won, votes, turnout, winner …
    first_place    VARCHAR NOT NULL CHECK (first_place IN ('results', 'council totals', 'composition', 'commons', 'commons before',
                   'roster', 'turnout', 'election', 'office', 'key')),  -- key: the check's key names the source
    first_says     VARCHAR NOT NULL,
    second_subject VARCHAR NOT NULL,
    second_place   VARCHAR NOT NULL CHECK (second_place IN ('results', 'council totals', 'composition', 'commons', 'commons before',
                   'roster', 'turnout', 'election', 'office', 'key')),
    second_says    VARCHAR NOT NULL
);
-- The known disagreements one by one, with both figures as they were when looked at.
CREATE TABLE known (
    "check" VARCHAR NOT NULL REFERENCES compared,
    key     VARCHAR NOT NULL,             -- what of: "dudley 2023 labour", "local.thanet.viking.2019-05-02"
    first   VARCHAR,
    second  VARCHAR,
    reason  VARCHAR NOT NULL REFERENCES reasons,
    PRIMARY KEY ("check", key)
);
