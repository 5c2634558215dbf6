-- Points that staff give or take by hand with /grant. Above the limits one proposes and another of the staff decides.
CREATE TABLE bonus (
    id         INTEGER PRIMARY KEY,
    member     INTEGER NOT NULL CONSTRAINT bonus_member REFERENCES member,
    actor      INTEGER NOT NULL CONSTRAINT bonus_actor REFERENCES member,
    points     INTEGER NOT NULL CONSTRAINT bonus_points CHECK (points <> 0),
    reason     TEXT    NOT NULL CONSTRAINT bonus_reason CHECK (reason <> ''),
    at         INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    chat_id    INTEGER NOT NULL,
    command    INTEGER NOT NULL,
    chat_group INTEGER CONSTRAINT bonus_group REFERENCES chat_group,
    message    INTEGER,
    state      TEXT    NOT NULL CONSTRAINT bonus_state CHECK (state IN ('proposed', 'given', 'declined')),
    decided_by INTEGER CONSTRAINT bonus_decided_by REFERENCES member,
    decided_at INTEGER,
    CONSTRAINT bonus_command_once UNIQUE (chat_id, command),
    CONSTRAINT bonus_not_for_oneself CHECK (member <> actor),
    CONSTRAINT bonus_second_person CHECK (decided_by IS NULL OR (decided_by <> actor AND decided_by <> member)),
    CONSTRAINT bonus_declined_by CHECK (state <> 'declined' OR decided_by IS NOT NULL)
) STRICT;
CREATE INDEX bonus_alone ON bonus (actor, day) WHERE state = 'given' AND decided_by IS NULL;

-- Which entries a message led to, for /undo as a reply.
CREATE INDEX transfer_of_message ON transfer (chat_group, message) WHERE message IS NOT NULL;
