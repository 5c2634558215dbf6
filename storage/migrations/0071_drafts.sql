-- What staff are writing by form: however many previews of it stand open, it is published once. `text` is that of a
-- form that came filled in, by which its previews are known as one.
CREATE TABLE draft (
    id      INTEGER PRIMARY KEY,
    member  INTEGER NOT NULL CONSTRAINT draft_member REFERENCES member,
    kind    TEXT    NOT NULL CONSTRAINT draft_kind CHECK (kind IN ('challenge', 'reward')),
    text    TEXT    NOT NULL DEFAULT '',
    made_at INTEGER NOT NULL,
    used_at INTEGER,
    became  INTEGER,
    CONSTRAINT draft_used CHECK ((used_at IS NULL) = (became IS NULL))
) STRICT;
CREATE INDEX draft_open ON draft (member, kind, text) WHERE used_at IS NULL;
CREATE INDEX draft_made_at ON draft (made_at);
