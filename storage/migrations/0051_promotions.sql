-- Levels reached that are to be told, each once; by whichever rule the points came.
CREATE TABLE promotion (
    member     INTEGER NOT NULL CONSTRAINT promotion_member REFERENCES member,
    level      INTEGER NOT NULL,
    chat_group INTEGER CONSTRAINT promotion_group REFERENCES chat_group,
    reached_at INTEGER NOT NULL,
    told_at    INTEGER,
    PRIMARY KEY (member, level)
) STRICT, WITHOUT ROWID;
CREATE INDEX promotion_untold ON promotion (reached_at) WHERE told_at IS NULL;
