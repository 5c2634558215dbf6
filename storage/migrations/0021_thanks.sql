-- A forwarded message earns nothing for who forwarded it.
ALTER TABLE message_author ADD COLUMN forwarded INTEGER NOT NULL DEFAULT 0;

-- Who thanked whom for which message, and what came of it. `message` is the one thanked for, negative when it
-- belonged to the chat that the group was before it became a supergroup; `receiver` is NULL when no member wrote it.
CREATE TABLE thanks (
    chat_group INTEGER NOT NULL CONSTRAINT thanks_group REFERENCES chat_group,
    message    INTEGER NOT NULL,
    giver      INTEGER NOT NULL CONSTRAINT thanks_giver REFERENCES member,
    receiver   INTEGER CONSTRAINT thanks_receiver REFERENCES member,
    at         INTEGER NOT NULL,
    day        TEXT    NOT NULL,
    way        TEXT    NOT NULL CONSTRAINT thanks_way CHECK (way IN ('word', 'reaction')),
    outcome    TEXT    NOT NULL,
    points     INTEGER NOT NULL DEFAULT 0 CONSTRAINT thanks_points CHECK (points >= 0),
    entry      INTEGER CONSTRAINT thanks_entry REFERENCES transfer,
    reason     TEXT,
    PRIMARY KEY (chat_group, message, giver),
    CONSTRAINT thanks_not_to_oneself CHECK (outcome <> 'credited' OR receiver <> giver),
    CONSTRAINT thanks_paid CHECK (points = 0 OR (outcome = 'credited' AND entry IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX thanks_pair ON thanks (giver, receiver, at) WHERE outcome = 'credited';
CREATE INDEX thanks_given ON thanks (giver, day) WHERE outcome = 'credited';
CREATE INDEX thanks_received ON thanks (receiver, day) WHERE outcome = 'credited';
CREATE INDEX thanks_of_group ON thanks (chat_group, day, receiver) WHERE outcome = 'credited';
