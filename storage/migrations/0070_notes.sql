-- What members are to be told unasked: gathered until their day's one message goes out.
CREATE TABLE note (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT note_member REFERENCES member,
    matter     TEXT    NOT NULL CONSTRAINT note_matter CHECK (matter IN ('news', 'account', 'reminder', 'helping')),
    about      TEXT    NOT NULL,
    text       TEXT    NOT NULL,
    buttons    TEXT    NOT NULL,
    made_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    CONSTRAINT note_about UNIQUE (member, about)
) STRICT;
CREATE INDEX note_of_about ON note (about);
CREATE INDEX note_expires ON note (expires_at);

-- Who has had the one message of that day.
CREATE TABLE digest (
    member INTEGER NOT NULL CONSTRAINT digest_member REFERENCES member,
    day    TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (member, day)
) STRICT, WITHOUT ROWID;

-- Whoever had asked for quiet keeps the quietest of the three levels: 0 all, 1 news, 2 least.
UPDATE member SET quiet = 2 WHERE quiet = 1;
