-- Announcements that staff wrote: a draft is shown to its author first, then sent now or at `due_at`, once.
CREATE TABLE broadcast (
    id      INTEGER PRIMARY KEY,
    author  INTEGER NOT NULL CONSTRAINT broadcast_author REFERENCES member,
    text    TEXT    NOT NULL CONSTRAINT broadcast_text CHECK (text <> ''),
    state   TEXT    NOT NULL
            CONSTRAINT broadcast_state CHECK (state IN ('draft', 'planned', 'sent', 'cancelled', 'missed')),
    made_at INTEGER NOT NULL,
    due_at  INTEGER,
    sent_at INTEGER,
    CONSTRAINT broadcast_planned CHECK (state <> 'planned' OR due_at IS NOT NULL)
) STRICT;
CREATE INDEX broadcast_due ON broadcast (due_at) WHERE state = 'planned';
