-- One entry touches a member's totals in every scope and period: they stand side by side now, on one page.
CREATE TABLE tally_by_member (
    member   INTEGER NOT NULL CONSTRAINT tally_member REFERENCES member,
    scope    INTEGER NOT NULL,
    period   TEXT    NOT NULL,
    competes INTEGER NOT NULL DEFAULT 1,
    points   INTEGER NOT NULL DEFAULT 0,
    checkin  INTEGER NOT NULL DEFAULT 0,
    assist   INTEGER NOT NULL DEFAULT 0,
    creator  INTEGER NOT NULL DEFAULT 0,
    newcomer INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (member, scope, period)
) STRICT, WITHOUT ROWID;
INSERT INTO tally_by_member (member, scope, period, competes, points, checkin, assist, creator, newcomer)
    SELECT member, scope, period, competes, points, checkin, assist, creator, newcomer FROM tally;
DROP TABLE tally;
ALTER TABLE tally_by_member RENAME TO tally;
CREATE INDEX tally_points ON tally (scope, period, competes, points DESC, member) WHERE points <> 0;
CREATE INDEX tally_checkin ON tally (scope, period, competes, checkin DESC, member) WHERE checkin <> 0;
CREATE INDEX tally_assist ON tally (scope, period, competes, assist DESC, member) WHERE assist <> 0;
CREATE INDEX tally_creator ON tally (scope, period, competes, creator DESC, member) WHERE creator <> 0;
CREATE INDEX tally_newcomer ON tally (scope, period, competes, newcomer DESC, member) WHERE newcomer <> 0;

-- Nearly every entry is debited to the house, and nobody ever asks for the house's own entries.
DROP INDEX transfer_of_debit;
CREATE INDEX transfer_of_debit ON transfer (debit, id) WHERE debit > 4;

-- The inbox is forgotten from its oldest end, which its ids already know.
DROP INDEX inbox_received;
