-- What has been announced, or decided not to be, in which group for which period; each once, by schedule or by hand.
CREATE TABLE announcement (
    kind         TEXT    NOT NULL,
    chat_group   INTEGER NOT NULL CONSTRAINT announcement_group REFERENCES chat_group,
    period       TEXT    NOT NULL,
    announced_at INTEGER NOT NULL,
    by           INTEGER CONSTRAINT announcement_by REFERENCES member,
    posted       INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (kind, chat_group, period)
) STRICT, WITHOUT ROWID;

-- The best assist of each week, by group.
CREATE TABLE best_assist (
    chat_group INTEGER NOT NULL CONSTRAINT best_assist_group REFERENCES chat_group,
    week       TEXT    NOT NULL,
    member     INTEGER NOT NULL CONSTRAINT best_assist_member REFERENCES member,
    people     INTEGER NOT NULL,
    awarded_at INTEGER NOT NULL,
    PRIMARY KEY (chat_group, week)
) STRICT, WITHOUT ROWID;
