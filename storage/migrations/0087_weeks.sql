-- A week lasts from Sunday to Saturday now: the totals of weeks are counted anew from the ledger.
DELETE FROM tally WHERE period LIKE '____-W__';
WITH counted AS (
    SELECT account.member AS member, transfer.chat_group AS chat_group, transfer.contribution AS contribution, transfer.rule AS rule,
        -- The Thursday decides which week of which year it is.
        date(transfer.day, '-2 days', 'weekday 4') AS thursday,
        coalesce(before.at, original.at, transfer.at) - member.first_seen < 30 * 86400 AS fresh
    FROM transfer
    JOIN account ON account.id = CASE WHEN transfer.contribution > 0 THEN transfer.credit ELSE transfer.debit END
    JOIN member ON member.id = account.member
    LEFT JOIN transfer AS original ON original.id = transfer.reverses
    LEFT JOIN transfer AS before ON before.id = original.reverses
    WHERE transfer.contribution <> 0
), scoped AS (
    SELECT member, 0 AS scope, contribution, rule, thursday, fresh FROM counted
    UNION ALL
    SELECT member, chat_group, contribution, rule, thursday, fresh FROM counted WHERE chat_group IS NOT NULL
)
INSERT INTO tally (member, scope, period, competes, points, checkin, assist, creator, newcomer)
    SELECT member, scope,
        strftime('%Y', thursday) || printf('-W%02d', (strftime('%j', thursday) - 1) / 7 + 1),
        NOT EXISTS (SELECT 1 FROM bystander AS b WHERE b.member = scoped.member AND b.scope IN (-1, scoped.scope)),
        sum(contribution),
        sum(CASE WHEN rule IN ('checkin', 'checkin_milestone') THEN contribution ELSE 0 END),
        sum(CASE WHEN rule IN ('answer_accepted', 'thanks') THEN contribution ELSE 0 END),
        sum(CASE WHEN rule IN ('submission', 'featured') THEN contribution ELSE 0 END),
        sum(CASE WHEN fresh THEN contribution ELSE 0 END)
    FROM scoped GROUP BY 1, 2, 3;
