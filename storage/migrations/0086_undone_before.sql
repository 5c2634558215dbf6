-- What was taken back before features followed: their rows follow now. (The ledger itself never changes.)
CREATE TEMP TABLE undone AS
    SELECT reversal.reverses AS id, reversal.at AS at FROM transfer AS reversal
    WHERE reversal.reverses IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM transfer AS again WHERE again.reverses = reversal.id);

UPDATE thanks SET outcome = 'taken_back', points = 0
    WHERE outcome = 'credited' AND entry IN (SELECT id FROM undone);

-- An answer whose points went alone stays accepted, and paid nothing.
UPDATE acceptance SET answer_entry = NULL
    WHERE taken_back_at IS NULL AND answer_entry IN (SELECT id FROM undone);

UPDATE bonus SET undone_at = (SELECT undone.at FROM undone JOIN transfer ON transfer.id = undone.id
        WHERE transfer.key = CASE WHEN bonus.points > 0 THEN 'grant' ELSE 'deduction' END || ':' || bonus.member || ':' || bonus.id)
    WHERE undone_at IS NULL;
UPDATE best_assist SET taken_back_at = (SELECT undone.at FROM undone JOIN transfer ON transfer.id = undone.id
        WHERE transfer.key = 'best_assist:' || best_assist.member || ':' || best_assist.chat_group || ':' || best_assist.week)
    WHERE taken_back_at IS NULL;

-- A day whose check-in was taken back is no check-in, and the days after it are counted anew.
DELETE FROM check_in WHERE made_up = 0 AND EXISTS (SELECT 1 FROM undone JOIN transfer ON transfer.id = undone.id
        JOIN account ON account.id = transfer.credit
        WHERE transfer.rule = 'checkin' AND account.member = check_in.member AND transfer.day = check_in.day);
UPDATE check_in SET streak = counted.streak FROM (
    SELECT member, day, row_number() OVER (PARTITION BY member, run ORDER BY day) AS streak FROM (
        SELECT member, day, julianday(day) - row_number() OVER (PARTITION BY member ORDER BY day) AS run FROM check_in
    )
) AS counted
    WHERE counted.member = check_in.member AND counted.day = check_in.day AND counted.streak <> check_in.streak;

DROP TABLE undone;
