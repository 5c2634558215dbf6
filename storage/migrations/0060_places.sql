-- What the bot may do in each activated chat, asked of Telegram at start, after every change of its standing, and hourly.
CREATE TABLE group_right (
    chat_group INTEGER PRIMARY KEY CONSTRAINT group_right_group REFERENCES chat_group,
    checked_at INTEGER NOT NULL,
    standing   TEXT    NOT NULL CONSTRAINT group_right_standing CHECK (standing IN ('administrator', 'member', 'absent')),
    rights     TEXT    NOT NULL,
    forum      INTEGER NOT NULL
) STRICT;
