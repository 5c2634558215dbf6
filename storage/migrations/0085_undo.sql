-- What /undo takes back beside the points, each in the row of its feature.
ALTER TABLE best_assist ADD COLUMN taken_back_at INTEGER;
ALTER TABLE bonus ADD COLUMN undone_at INTEGER;
DROP INDEX bonus_alone;
CREATE INDEX bonus_alone ON bonus (actor, day) WHERE state = 'given' AND decided_by IS NULL AND undone_at IS NULL;

-- All the shields that were ever earned; those one has and those that mended a day add up to it.
ALTER TABLE shield ADD COLUMN ever INTEGER NOT NULL DEFAULT 0;
UPDATE shield SET ever = have
    + (SELECT count(*) FROM check_in WHERE check_in.member = shield.member AND check_in.made_up = 1);

-- What a limit refused, to be given back when a thank that used the limit up is taken back.
CREATE INDEX thanks_refused_giver ON thanks (giver, day) WHERE outcome <> 'credited';
CREATE INDEX thanks_refused_receiver ON thanks (receiver, day) WHERE outcome <> 'credited';
