"""The doctor and honours: badges that nobody can earn, votes for too few, jobs that are off, the core group's rights."""

from rules.people import Part
from rules.programme.awards import GIVEN, Awards
from rules.programme.badges import Badge, Badges
from rules.programme.conditions import Needs
from rules.programme.wording import Wording
from rules.rights import BotStanding, Right
from rules.values import replace
from storage import groups
from tests.handlers.operations.test_doctor import EVERYTHING, healthy, stand, told
from tests.handlers.works.desk import published
from tests.stage import Stage

__all__ = ["healthy"]


def test_a_badge_whose_job_is_off_is_a_fault_with_a_way_out(healthy: Stage) -> None:
    assert told(healthy).startswith("✅")
    healthy.restart(replace(healthy.programme, schedule={"best_assist": ""}))
    said = told(healthy)
    assert "没有人拿得到“" in said and "每周最佳助攻在 [schedule] 里关着" in said


def test_a_badge_for_more_crafts_than_there_are(healthy: Stage) -> None:
    title = Wording(zh="样样都行", en="Of All Trades")
    badge = Badge("all_trades", title, "🎪", needs=Needs({"tracks_tried": 6}))
    healthy.restart(replace(healthy.programme, badges=Badges((badge,))))
    assert "没有人拿得到“样样都行”：方向没有这么多" in told(healthy)


def test_badges_for_challenges_that_were_never_published_are_a_hint_once_there_are_others(healthy: Stage) -> None:
    assert "还没发过" not in told(healthy)
    published(healthy)
    assert "要那一类挑战的作品，可还没发过" in told(healthy)
    assert "没有人拿得到" not in told(healthy)


def test_a_vote_that_too_few_may_take_part_in_is_named(healthy: Stage) -> None:
    award = replace(GIVEN[0], voters="advisor")
    healthy.restart(replace(healthy.programme, awards=Awards((award,))))
    assert "“领航顾问”以上的车友投票，现在够格的只有 0 位，至少要 5 票" in told(healthy)


def test_a_job_that_moves_honours_and_is_off_is_named(healthy: Stage) -> None:
    healthy.restart(replace(healthy.programme, schedule={"badges": ""}))
    assert "“奖章喜报”在 [schedule] 里关着（badges）" in told(healthy)


def test_a_core_group_in_which_nobody_can_be_let_in_is_a_fault(healthy: Stage) -> None:
    core = healthy.world.group("核心群", people=[healthy.owner], bot="administrator")
    now = int(healthy.clock.now())
    healthy.do(lambda tx: groups.activate(tx, core.id, "核心群", Part.CORE, "Asia/Shanghai", "zh", now))
    stand(healthy, core, BotStanding.ADMINISTRATOR, EVERYTHING - {Right.INVITE})
    assert "核心群" in told(healthy) and "管理员权限里还差“" in told(healthy)
    stand(healthy, core, BotStanding.MEMBER, frozenset())
    assert "发不了邀请、看不住门" in told(healthy)
