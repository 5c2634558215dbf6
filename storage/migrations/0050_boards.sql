-- Boards ---------------------------------------------------------------------------------------------------------------

-- Who stands beside the boards of a scope: a group's id, 0 for the brand's, -1 for all of them (staff, or by choice).
CREATE TABLE bystander (
    member INTEGER NOT NULL CONSTRAINT bystander_member REFERENCES member,
    scope  INTEGER NOT NULL,
    PRIMARY KEY (member, scope)
) STRICT, WITHOUT ROWID;

-- Whether the row's member competes on the scope's boards; follows from `bystander`, so that a rank is one index range.
ALTER TABLE tally ADD COLUMN competes INTEGER NOT NULL DEFAULT 1;
CREATE INDEX tally_member ON tally (member);
DROP INDEX tally_points;
DROP INDEX tally_checkin;
DROP INDEX tally_assist;
DROP INDEX tally_creator;
DROP INDEX tally_newcomer;
CREATE INDEX tally_points ON tally (scope, period, competes, points DESC, member) WHERE points <> 0;
CREATE INDEX tally_checkin ON tally (scope, period, competes, checkin DESC, member) WHERE checkin <> 0;
CREATE INDEX tally_assist ON tally (scope, period, competes, assist DESC, member) WHERE assist <> 0;
CREATE INDEX tally_creator ON tally (scope, period, competes, creator DESC, member) WHERE creator <> 0;
CREATE INDEX tally_newcomer ON tally (scope, period, competes, newcomer DESC, member) WHERE newcomer <> 0;

INSERT INTO bystander (member, scope)
    SELECT id, -1 FROM member WHERE hidden = 1
        OR id IN (SELECT member FROM role WHERE role IN ('owner', 'operator', 'moderator', 'reviewer'));
INSERT INTO bystander (member, scope) SELECT member, chat_group FROM membership WHERE present = 0;
INSERT INTO bystander (member, scope)
    SELECT DISTINCT member, 0 FROM membership AS gone WHERE present = 0
        AND NOT EXISTS (SELECT 1 FROM membership AS here WHERE here.member = gone.member AND here.present = 1);
UPDATE tally SET competes = 0
    WHERE EXISTS (SELECT 1 FROM bystander WHERE bystander.member = tally.member AND bystander.scope IN (-1, tally.scope));

-- A board as it was announced; its numbers never change any more.
CREATE TABLE board_frozen (
    scope     INTEGER NOT NULL,
    period    TEXT    NOT NULL,
    metric    TEXT    NOT NULL,
    frozen_at INTEGER NOT NULL,
    PRIMARY KEY (scope, period, metric)
) STRICT, WITHOUT ROWID;

CREATE TABLE board_frozen_place (
    scope  INTEGER NOT NULL,
    period TEXT    NOT NULL,
    metric TEXT    NOT NULL,
    place  INTEGER NOT NULL,
    rank   INTEGER NOT NULL,
    member INTEGER NOT NULL CONSTRAINT board_frozen_place_member REFERENCES member,
    score  INTEGER NOT NULL,
    PRIMARY KEY (scope, period, metric, place),
    CONSTRAINT board_frozen_place_of FOREIGN KEY (scope, period, metric) REFERENCES board_frozen
) STRICT, WITHOUT ROWID;

-- When somebody came to a group for the first time; NULL for those who had been there before the bot.
ALTER TABLE membership ADD COLUMN joined_at INTEGER;
CREATE INDEX membership_joined ON membership (chat_group, joined_at) WHERE joined_at IS NOT NULL;
