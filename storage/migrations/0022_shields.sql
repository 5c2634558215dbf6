-- Shields mend a missed day; they are earned by helping. `helps` counts towards the next one.
CREATE TABLE shield (
    member INTEGER PRIMARY KEY CONSTRAINT shield_member REFERENCES member,
    have   INTEGER NOT NULL CONSTRAINT shield_have CHECK (have >= 0),
    helps  INTEGER NOT NULL CONSTRAINT shield_helps CHECK (helps >= 0)
) STRICT;

-- Each help counts once: `fact` is the key of what was credited.
CREATE TABLE shield_help (
    fact   TEXT    PRIMARY KEY,
    member INTEGER NOT NULL CONSTRAINT shield_help_member REFERENCES member,
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The milestones that were celebrated, so that a mended streak celebrates none of them twice.
CREATE TABLE streak_milestone (
    member INTEGER NOT NULL CONSTRAINT streak_milestone_member REFERENCES member,
    streak INTEGER NOT NULL,
    day    TEXT    NOT NULL,
    PRIMARY KEY (member, streak, day)
) STRICT, WITHOUT ROWID;
