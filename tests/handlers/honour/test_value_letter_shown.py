"""Every figure of the monthly letter opens to what stands behind it."""

from tests.handlers.honour.announcing import crowd, help_people, plain
from tests.handlers.honour.test_value_letter import month_passes, opened
from tests.handlers.honour.test_value_letter_told import links
from tests.handlers.offers.resourcing import handed, offered
from tests.handlers.works.desk import handed_in, published, reviewed
from tests.stage import Stage

DAY_S = 86_400


def labels(stage: Stage) -> list[str]:
    """The buttons under what Lin read last."""
    return [one.text for row in stage.last(stage.lin).buttons for one in row]


def test_whom_the_letter_does_not_name_stand_a_press_away_each_with_their_message(stage: Stage) -> None:
    help_people(stage, stage.lin, crowd(stage, 10))
    month_passes(stage)
    assert "还有 4 位" in opened(stage, stage.lin)
    stage.press(stage.lin, stage.last(stage.lin), "🤝 帮到的 10 位")
    first = stage.last(stage.lin)
    assert "你帮到的 10 位车友" in first.text and "第 1 页，共 2 页" in first.text
    seen = links(first)
    stage.press(stage.lin, first, "下一页 ›")
    seen += links(stage.last(stage.lin))
    assert len(seen) == len(set(seen)) == 10
    stage.press(stage.lin, stage.last(stage.lin), "‹ 回到信里")
    assert "你11月的信" in stage.last(stage.lin).text


def test_what_a_letter_names_whole_has_no_list_of_its_own(stage: Stage) -> None:
    help_people(stage, stage.lin, crowd(stage, 2))
    month_passes(stage)
    opened(stage, stage.lin)
    assert labels(stage) == []


def spoke(stage: Stage) -> None:
    """Lin spoke at an event to which one came, and at another of the month before; a newcomer thanked her as a mentor."""
    lin, xin, now = stage.member(stage.lin).id, stage.member(stage.xin).id, int(stage.clock.now())
    for number, at in ((1, now), (2, now - 60 * DAY_S)):
        stage.do(
            lambda tx, n=number, at=at: tx.run(
                "INSERT INTO event (id, title, kind, mode, starts_at, minutes, seats, reserved, reserved_for, price, place,"
                " speaker, spoken_by, about, made_by, made_at, settled_at) VALUES (:n, '夜拍', 'talk', 'online', :at, 60, 9, 0,"
                " 'first', 0, '', '', :lin, '', :lin, :at, :at)",
                n=n,
                at=at,
                lin=lin,
            )
        )
    stage.do(
        lambda tx: tx.run(
            "INSERT INTO mentoring (id, newcomer, state, at, since, mentor, begun_at, ends_at, ended_at, ending)"
            " VALUES (1, :xin, 'over', :at, :at, :lin, :begun, :at, :at, 'steps')",
            xin=xin,
            lin=lin,
            at=now,
            begun=now - 9 * DAY_S,
        )
    )
    stage.do(lambda tx: tx.run("INSERT INTO mentoring_thanks VALUES (1, :xin, '带得真耐心', :at, 0)", xin=xin, at=now))


def test_a_talk_opens_its_event_and_a_newcomer_is_told_with_their_days_and_thanks(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    spoke(stage)
    month_passes(stage)
    opened(stage, stage.lin)
    letter = stage.last(stage.lin)
    stage.press(stage.lin, letter, "🎤 讲过的 1 场")
    (button,) = [one for row in stage.last(stage.lin).buttons for one in row if one.url]
    stage.lin.say(stage.world.private(stage.lin), f"/start {button.url.partition('start=')[2]}")
    stage.play()
    assert "夜拍" in stage.last(stage.lin).text
    stage.lin.say(stage.world.private(stage.lin), "/letter")
    stage.play()
    stage.press(stage.lin, stage.last(stage.lin), "🌱 带过的 1 位新车友")
    told = plain(stage.last(stage.lin).text)
    assert "新新，" in told and "TA 说：“带得真耐心”" in told


def test_works_of_a_craft_stand_with_where_they_were_handed_in(stage: Stage) -> None:
    number = published(stage)
    handed_in(stage, stage.lin, number)
    reviewed(stage, "通过", "转场利落")
    month_passes(stage)
    opened(stage, stage.lin)
    stage.press(stage.lin, stage.last(stage.lin), "🎬 通过的 1 件作品")
    seen = stage.last(stage.lin)
    assert "11月" in seen.text and "通过" in seen.text
    doors = [one.url for row in seen.buttons for one in row if one.url]
    assert len(doors) + len(links(seen)) == 1


def test_what_was_lent_in_the_month_stands_with_what_it_opened(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    offered(stage)
    handed(stage, stage.lin)
    month_passes(stage)
    stage.lin.say(stage.world.private(stage.lin), "/letter")
    stage.play()
    assert "借到了“微单相机”，详情发 /resource 1" in stage.last(stage.lin).text
    stage.lin.say(stage.world.private(stage.lin), "/resource 1")
    stage.play()
    assert "微单相机" in stage.last(stage.lin).text
    stage.do(lambda tx: tx.run("UPDATE resource_application SET state = 'lost', ended_at = handed_at"))
    stage.lin.say(stage.world.private(stage.lin), "/letter")
    stage.play()
    assert "月的信" in stage.last(stage.lin).text and "微单相机" not in stage.last(stage.lin).text
