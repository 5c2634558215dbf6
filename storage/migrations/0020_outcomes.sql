-- Why something counted or did not, for the person who asks later. `outcome` names the message that tells it.
CREATE TABLE outcome (
    id       INTEGER PRIMARY KEY,
    member   INTEGER NOT NULL CONSTRAINT outcome_member REFERENCES member,
    at       INTEGER NOT NULL,
    rule     TEXT    NOT NULL,
    outcome  TEXT    NOT NULL,
    frees_at INTEGER,
    detail   TEXT    NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX outcome_of_member ON outcome (member, id);
