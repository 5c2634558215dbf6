"""What features remember is compared with the ledger: a clean season passes, and each planted fault is named."""

import pytest

from actions.daily.checkin import check_in
from actions.honour import ladder as ladders
from actions.operations import audit
from bot.database import transact
from rules.programme.levels import Level, Levels
from rules.programme.programme import Programme
from rules.programme.shop import Layer, Shop
from sandbox.world.people import Person
from storage import members
from storage.daily import shields
from tests.databases import change, copied, kept, rows
from tests.handlers.daily.asking import solved
from tests.handlers.fairness.undoing import newest, submits, undo, wins
from tests.shopping import act
from tests.stage import Stage

DAY_S = 86_400


def live(stage: Stage) -> None:
    """A season with something of everything, and something of everything undone."""
    wins(stage)
    submits(stage)
    stage.owner.say(stage.staff, "/grant @lin 150 夜里拖车")
    stage.owner.say(stage.staff, "/grant @zhou 100 拍照")
    stage.owner.say(stage.staff, "/grant @zhou -20 误领")
    stage.play()
    undo(stage, newest(stage, stage.lin, "grant").id)
    for _ in range(3):
        act(stage, check_in, stage.member(stage.he))
        stage.clock.advance(DAY_S)
    undo(stage, newest(stage, stage.he, "checkin").id)
    solved(stage, stage.lin, stage.zhou)
    solved(stage, stage.he, stage.zhou, "雨刮坏了", "换一副")
    undo(stage, newest(stage, stage.he, "question_solved").id)
    solved(stage, stage.zhou, stage.he, "座椅加热不热", "保险丝")
    undo(stage, newest(stage, stage.he, "answer_accepted").id)
    thank(stage, stage.zhou, stage.lin)
    thank(stage, stage.he, stage.lin)
    undo(stage, newest(stage, stage.lin, "thanks").id)
    lin = stage.member(stage.lin).id
    group = stage_group(stage)
    stage.do(lambda tx: members.gone_from(tx, group, lin))


def stage_group(stage: Stage) -> int:
    [(group,)] = rows(stage.connection, "SELECT id FROM chat_group WHERE part = 'community'")
    return int(group)


def thank(stage: Stage, giver: Person, receiver: Person) -> None:
    message = receiver.say(stage.group, "充电桩在二楼")
    stage.play()
    giver.say(stage.group, "谢谢", reply_to=message)
    stage.play()


@pytest.fixture(scope="module")
def season() -> bytes:
    """A database after that season."""
    stage = Stage()
    live(stage)
    return kept(stage.connection)


def problems(season: bytes, *faults: str, programme: Programme | None = None) -> list[str]:
    """What the audit says after these statements."""
    connection = copied(season)
    for statement in faults:
        assert change(connection, statement) > 0, statement
    report = transact(connection, lambda tx: audit.verify(tx, programme or Programme()))
    assert report.ok is (not report.problems)
    return [str(problem) for problem in report.problems]


def test_a_clean_season_passes(season: bytes) -> None:
    assert problems(season) == []


LIN, ZHOU, HE = 4, 5, 6
FAULTS = {
    "UPDATE tally SET competes = 0 WHERE member = 5 AND scope = 0 AND period = 'all'": (
        "tally (0, 'all', 5): competes: True expected, False found"
    ),
    "UPDATE tally SET competes = 1 WHERE member = 4 AND scope = 1 AND period = 'all'": (
        "tally (1, 'all', 4): competes: False expected, True found"
    ),
    "DELETE FROM bystander WHERE member = 4 AND scope = 1": (
        "member 4: stands beside the boards of scope 1: True expected, False found"
    ),
    "INSERT INTO bystander (member, scope) VALUES (5, -1)": (
        "member 5: stands beside the boards of scope -1: False expected, True found"
    ),
    "INSERT INTO role (member, role, given_at) VALUES (6, 'moderator', 0)": (
        "member 6: stands beside the boards of scope -1: True expected, False found"
    ),
    "UPDATE member SET level = 'senior' WHERE id = 6": "member 6: level: newcomer expected, senior found",
    "UPDATE member SET level = 'newcomer' WHERE id = 5": "member 5: level: active expected, newcomer found",
    "UPDATE member SET level = 'gone' WHERE id = 5": "member 5: level: active expected, gone found",
    "UPDATE thanks SET points = 400 WHERE outcome = 'credited' AND receiver = 5 AND giver = 6": (
        "points of transfer {thank}: 400 expected, 4 found"
    ),
    "UPDATE thanks SET receiver = 4 WHERE outcome = 'credited' AND receiver = 5 AND giver = 6": (
        "member of transfer {thank}: 4 expected, 5 found"
    ),
    "UPDATE thanks SET outcome = 'credited', points = 4 WHERE outcome = 'taken_back'": "stands: True expected, False found",
    "UPDATE thanks SET outcome = 'taken_back', points = 0 WHERE receiver = 5 AND giver = 6": (
        "entry stands: False expected, True found"
    ),
    "UPDATE thanks SET outcome = 'pair_limit', points = 0 WHERE receiver = 5 AND giver = 6": (
        "entry: None expected, {thank} found"
    ),
    "DELETE FROM thanks WHERE receiver = 5 AND giver = 6": (
        "transfer {thank}: belongs to a row of thanks: True expected, False found"
    ),
    "UPDATE acceptance SET taken_back_at = 1 WHERE question = 1": "acceptance Q1.1: transfer",
    "UPDATE acceptance SET taken_back_at = NULL WHERE question = 3": "acceptance Q3.1: transfer",
    "UPDATE acceptance SET answer_entry = NULL WHERE question = 1": (
        "belongs to a row of answer_accepted: True expected, False found"
    ),
    "UPDATE acceptance SET answerer = 6 WHERE question = 1": "acceptance Q1.1: member of transfer",
    "UPDATE acceptance SET withheld = 'covenant' WHERE question = 1": (
        "acceptance Q1.1: withheld and paid: False expected, True found"
    ),
    "UPDATE question SET state = 'open' WHERE id = 1": "question Q1: state: solved expected, open found",
    "UPDATE question SET state = 'solved' WHERE id = 3": "question Q3: has an accepted answer: True expected, False found",
    "DELETE FROM knowledge WHERE question = 1": "question Q1: can be found: True expected, False found",
    "UPDATE check_in SET streak = 9 WHERE member = 6 AND day = '2026-11-24'": (
        "check-in of 6 on 2026-11-24: streak: 2 expected, 9 found"
    ),
    "DELETE FROM check_in WHERE member = 6 AND day = '2026-11-24'": "check-in of 6 on 2026-11-24: is there for transfer",
    "INSERT INTO check_in (member, day, streak, at, how, zone, starts_at)"
    " VALUES (6, '2026-11-25', 3, 0, 'made', 'Asia/Shanghai', 0)": (
        "check-in of 6 on 2026-11-25: is paid: True expected, False found"
    ),
    "UPDATE check_in SET chat_group = 2 WHERE member = 6 AND day = '2026-11-24'": (
        "check-in of 6 on 2026-11-24: is paid where it was made: True expected, False found"
    ),
    "UPDATE check_in SET how = 'mended' WHERE member = 6 AND day = '2026-11-23'": (
        "check-in of 6 on 2026-11-23: is there for transfer"
    ),
    "UPDATE shield SET have = have + 1 WHERE member = 5": "shield of 5: there and used, of all ever earned",
    "UPDATE submission SET member = 6": "belongs to a row of submission: True expected, False found",
    "UPDATE best_assist SET member = 6": "belongs to a row of best_assist: True expected, False found",
    "UPDATE best_assist SET taken_back_at = 1": "award stands: False expected, True found",
    "UPDATE staff_grant SET undone_at = NULL WHERE member = 4": "grant 1: transfer",
    "UPDATE staff_grant SET points = 90 WHERE id = 2": "grant 2: points of transfer",
    "UPDATE staff_grant SET state = 'proposed' WHERE id = 2": "grant 2: is in the ledger: False expected, True found",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_named_in_a_plain_sentence(season: bytes, fault: str) -> None:
    connection = copied(season)
    query = "SELECT entry FROM thanks WHERE receiver = 5 AND giver = 6"
    [(thank_,)] = rows(connection, query)
    found = problems(season, fault)
    wanted = FAULTS[fault].format(thank=thank_)
    assert any(wanted in problem for problem in found), found


def ladder(*thresholds: int) -> Programme:
    """A programme with these levels."""
    levels = Levels(Level(f"step{n}", f"第{n}级", at) for n, at in enumerate(thresholds))
    return Programme(levels=levels, shop=Shop(layers=(Layer("all", "好礼"),)))


def audited(stage: Stage, programme: Programme) -> audit.AuditReport:
    return stage.do(lambda tx: audit.verify(tx, programme))


def settled(stage: Stage, programme: Programme) -> int:
    """The bot starts with these rules; how many climbed by that."""
    stage.clock.advance(60)
    now = int(stage.clock.now())
    return stage.do(lambda tx: ladders.settle(tx, programme, now).climbed)


def test_a_level_kept_from_an_easier_ladder_is_no_fault_and_a_new_one_lifts_at_once(stage: Stage) -> None:
    stage.owner.say(stage.staff, "/grant @lin 80 夜里拖车")
    stage.play()
    harder, easier = ladder(0, 500), ladder(0, 10, 50)
    assert audited(stage, harder).problems == (), "not in force before the bot has started with it"
    assert settled(stage, harder) == 0
    assert audited(stage, harder).problems == ()
    assert audited(stage, easier).problems == (), "not in force before the bot has started with it"
    assert settled(stage, easier) == 1
    assert audited(stage, easier).problems == ()
    assert stage.member(stage.lin).level == "step2"
    change(stage.connection, "UPDATE member SET level = 'step1'")
    assert not audited(stage, easier).ok


def test_shields_add_up_through_earning_mending_and_undoing(stage: Stage) -> None:
    for person in (stage.lin, stage.he, stage.mo):
        thank(stage, person, stage.zhou)
    zhou = stage.member(stage.zhou).id
    assert stage.do(lambda tx: shields.get(tx, zhou)).have == 1
    kept = stage.do(lambda tx: list(shields.everything(tx)))
    assert [(one.have, one.used, one.ever) for one in kept if one.member == zhou] == [(1, 0, 1)]
