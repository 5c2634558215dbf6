"""A week of the season, played through with the real bot over HTTP."""

import asyncio
from itertools import pairwise
from pathlib import Path

from actions.operations.audit import verify
from actions.operations.port import whole
from bot.database import read
from bot.upkeep.port import port
from demo.rehearsal import DAY_S, Rehearsal
from demo.season.brand import programme_of
from demo.season.cast import Cast, assemble
from demo.season.player import Player
from demo.season.quarter import quarter
from demo.season.script import Script
from sandbox.world.clock import FrozenClock
from sandbox.world.world import World
from storage.engine.engines import engine_at
from storage.engine.sqlite import Sqlite
from storage.engine.tx import Tx
from tests.chat.happenings import missing
from tests.chat.seasons import MONDAY, heard, season
from tests.chat.touched import Touched, never_touched, watched
from tests.databases import lasting
from tests.lending import SERVER, empty_address

FIRST, LATER = quarter()[:2], quarter()[2:]

# What no season of these thirteen weeks can use, and why; everything else is used in them.
NEVER = {
    "nothing went wrong": {"incident", "/incidents", "missed"},
    "nobody was late with anything": {
        "job overdue_feedback",
        "job overdue_looks",
        "job overdue_reviews",
        "job overdue_appeals",
        "job question_reminders",
        "job question_digest",
    },
    "whatever a second person or a moderator was asked, they decided": {
        "job grants",
        "job best_assist_waits",
        "best_assist",
    },
    "staff ended the nominations before their time": {"job nominations"},
    "nobody lost what the core group asks for": {"job core_links"},
    "the community is small enough to be counted at once": {"job monthly_wished"},
    "this brand lets nobody pin by the bot": {"pin", "/pin", "/unpin"},
    "no album was sent to the desk": {"job desk"},
    "no shelf went short of what it had": {"job low_stock"},
}


def test_the_season_plays_through_leaves_nothing_out_and_everything_adds_up(tmp_path: Path) -> None:
    async def story() -> None:
        with watched() as touched:
            async with season(tmp_path) as (cast, rehearsal, player):
                await played(cast, rehearsal, player, touched)

    async def played(cast: Cast, rehearsal: Rehearsal, player: Player, touched: Touched) -> None:
        await _lived(player, 0, FIRST)
        await _adds_up(rehearsal)
        assert await rehearsal.app.database.run(missing) == []
        said = heard(cast)
        assert sum("周榜" in text for text in said) == 2, "once on each Sunday"
        assert sum("本周最佳助攻" in text for text in said) == 2
        _fair_order_was_kept(cast)
        _somebody_was_honoured(cast)
        _criticism_was_heard(cast)
        _something_was_discovered(cast)
        _somebody_came_in(cast)
        _somebody_was_trusted(cast)
        _the_group_stayed_quiet(cast)
        await _lived(player, len(FIRST), LATER)
        await _adds_up(rehearsal)
        _the_quarter_was_whole(cast, player)
        _turns_were_taken_back(cast)
        assert await rehearsal.app.database.run(_early_at_the_launch) == ["唐可"], "a guest, a day before 骆冰"
        _terms_came_to_their_end(cast)
        assert await rehearsal.app.database.run(_found_in_earlier_ones) == 2, "solved questions, asked again"
        assert never_touched(touched) == set().union(*NEVER.values())

    asyncio.run(story())
    _moves_and_comes_home(tmp_path)


async def _lived(player: Player, before: int, weeks: list[list[Script]]) -> None:
    """The cast lives through those weeks, and no step of them is left out."""
    for n, scripts in enumerate(weeks, before):
        for script in scripts:
            await player.play(script, MONDAY + n * 7 * DAY_S)
    assert player.skipped == []


async def _adds_up(rehearsal: Rehearsal) -> None:
    report = await rehearsal.app.database.run(lambda tx: verify(tx, rehearsal.app.programme))
    assert report.ok, report.problems
    assert report.transfers > 100
    aside = "SELECT count(*) FROM inbox WHERE state <> 'done'"
    assert await rehearsal.app.database.run(lambda tx: tx.value(aside)) == 0


def _early_at_the_launch(tx: Tx) -> list[str]:
    rows = tx.all(
        "SELECT name FROM event_seat JOIN member ON member.id = event_seat.member JOIN event ON event.id = event_seat.event"
        " WHERE event.kind = 'launch' AND event_seat.made_at < opens_at ORDER BY name"
    )
    return [row.name for row in rows]


def _found_in_earlier_ones(tx: Tx) -> int:
    count: int = tx.value("SELECT count(*) FROM question WHERE state <> 'open' AND found_in IS NOT NULL")
    return count


def _the_quarter_was_whole(cast: Cast, player: Player) -> None:
    """Of what took weeks, each came to its end, the list of what happened has every week, and the group stayed quiet."""
    said = heard(cast)
    winners = [text.splitlines()[0] for text in said if "本周最佳助攻" in text]
    assert all(before != after for before, after in pairwise(winners)), "nobody wins twice in a row"
    assert len(cast.people) >= 60 and {one.week for one in player.landmarks} == set(range(1, 14))
    core = [m.text for m in cast.world.messages(cast.core) if m.by_bot]
    assert any("通过了：赞成 3" in text for text in core) and any("产品团队答复了" in text for text in core)
    assert any("夜色蓝最受欢迎" in text for text in core) and any("团队定了" in text for text in core)
    luo = [m.text for m in cast.world.messages(cast.world.private(cast.people["罗一"])) if m.by_bot]
    assert any("终身荣誉会员" in text for text in luo)
    assert not any("罗一" in m.text and "回来了" in m.text for m in cast.world.messages(cast.staff))
    assert not any("钱多多" in m.text for m in cast.world.messages(cast.staff)), "who is forgotten is named nowhere"
    _the_group_stayed_quiet(cast)


def _the_group_stayed_quiet(cast: Cast) -> None:
    """Of what stands in the community, the bot has said at most a twentieth of what people have."""
    by_people = sum(not m.by_bot and not m.service for m in cast.world.messages(cast.community))
    assert len(heard(cast)) * 20 <= by_people


def told(cast: Cast, name: str) -> list[str]:
    """What the bot told somebody alone, oldest first."""
    return [m.text for m in cast.world.messages(cast.world.private(cast.people[name])) if m.by_bot]


def _turns_were_taken_back(cast: Cast) -> None:
    """Codes were said, a launch had guests; a tip is featured no more, a badge went on to whom it was for, a photo was changed."""
    assert all(any("记下你到场了" in text for text in told(cast, name)) for name in ("方圆", "田野"))
    assert not any("几点去" in text for text in heard(cast)), "it was taken back, and is thanked for no more"
    assert not any("特别致谢" in text for text in told(cast, "秦小满")), "of what was never told nothing is taken"
    assert any("特别致谢" in text and "天没亮" in text for text in told(cast, "林晓满"))
    assert all(any("记下你到场了" in text for text in told(cast, name)) for name in ("唐可", "骆冰"))
    photo = told(cast, "周建国")
    assert any("那张也删了" in text for text in photo) and any("你现在的头像取到了" in text for text in photo)
    assert any("静电贴" in m.text and "白鹿" in m.text for m in cast.world.messages(cast.staff) if m.by_bot)


def _terms_came_to_their_end(cast: Cast) -> None:
    """What was begun for a time ends with thanks: two who accompanied each other, a field, the seats; a veto is answered."""
    assert any("一次都没笑" in text for text in told(cast, "周建国")), "what his newcomer wrote to him"
    assert any("早到了五分钟" in text for text in told(cast, "方圆")), "and he to her"
    assert sum("请你当“充电”的荣誉版主" in text for text in told(cast, "高鹏")) == 2, "asked again after a whole term"
    desk = [m.text for m in cast.world.messages(cast.staff) if m.by_bot]
    assert any("罗一" in text and "先接一句" in text for text in desk), "who is honoured was asked, and has answered"
    [answered] = [text for text in heard(cast) if "委员会否决过" in text]
    assert "这条不做了" in answered
    assert any("准备好了" in m.text for m in cast.world.messages(cast.fresh)), "a second group was set up"


def _somebody_was_honoured(cast: Cast) -> None:
    """One award is given with a citation, another one by the vote of the group, which is voting about a third."""
    said = heard(cast)
    [voted] = [text for text in said if "“创意生活家”：" in text]
    assert "白鹿" in voted and "大家投票选出来的，8 票里得了 6 票" in voted
    [ceremony] = [text for text in said if "“荣誉大使”：" in text]
    assert "周建国" in ceremony and "就是大使" in ceremony and "奖章“为人点灯”也归" in ceremony
    [vote] = [text for text in said if "“年度热心用户”，请你投一票" in text]
    assert "高鹏" in vote and "何川" in vote


def _somebody_came_in(cast: Cast) -> None:
    """One is invited into the core group with their evening, comes by a link of their own, and is welcomed."""
    assert cast.core.present(cast.people["罗一"].id)
    [link] = cast.core.invitations.values()
    assert (link.name, link.used) == ("罗一", 1)
    [welcome] = [m.text for m in cast.world.messages(cast.core) if m.by_bot and "欢迎" in m.text]
    assert "罗一" in welcome


def _somebody_was_trusted(cast: Cast) -> None:
    """Who has come to the next step stands before the staff once, is confirmed, and hears of it in the evening."""
    [card] = [m for m in cast.world.messages(cast.staff) if m.by_bot and "🧭" in m.text]
    assert "陈默" in card.text and "莫莉\u2069 开通了" in card.text and not card.buttons
    told = [m.text for m in cast.world.messages(cast.world.private(cast.people["陈默"])) if m.by_bot]
    assert sum("你可以接“命题”挑战了" in text for text in told) == 1


def _criticism_was_heard(cast: Cast) -> None:
    """Something is said without a name, and comes with a version; nobody in the staff group read who it was."""
    [shipped] = [text for text in heard(cast) if "3.2.1 里的这处改动" in text]
    assert "来自一位车友" in shipped
    ticket = [m.text for m in cast.world.messages(cast.staff) if "进隧道" in m.text and m.by_bot]
    assert ticket and not any("白鹿" in text for text in ticket)


def _something_was_discovered(cast: Cast) -> None:
    """A topic gathers ideas; members pick one of them, staff feature it, and it goes to the channel by its author's leave."""
    [topic] = [text for text in heard(cast) if text.startswith("💡 除了开")]
    assert "3 位车友，3 个点子" in topic
    [card] = [m for m in cast.world.messages(cast.staff) if "已经设为精选" in m.text]
    assert "高鹏" in card.text
    assert [m for m in cast.world.messages(cast.channel) if "一部电影多少电也量出来了" in m.text and m.media]


def _fair_order_was_kept(cast: Cast) -> None:
    """Somebody is shown to staff, muted, appeals and is let off half of it; the group reads one masked line of it."""
    told = " ".join(m.text for m in cast.world.messages(cast.world.private(cast.people["江澜"])) if m.by_bot)
    assert "你在群里先不能发言" in told and "时间缩短一半" in told
    assert sum("的申诉：缩短了" in m.text for m in cast.world.messages(cast.staff)) == 1
    [digest] = [text for text in heard(cast) if "这周按公约处理的事" in text]
    assert "江*" in digest and "江澜" not in digest


def _moves_and_comes_home(folder: Path) -> None:
    """What those weeks have left is the same in another file, on a server where there is one, and at home again."""
    programme = programme_of(assemble(World(FrozenClock(MONDAY))))
    database, home = lasting(folder), Sqlite(folder / "home.db")
    abroad = engine_at(empty_address()) if SERVER else Sqlite(folder / "abroad.db")
    sent = read(database, lambda tx: whole(tx, programme))
    assert port(database, abroad, programme, lambda *_: None) == sent
    assert port(abroad, home, programme, lambda *_: None) == sent
    assert read(home, lambda tx: whole(tx, programme)) == sent
