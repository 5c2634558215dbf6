"""Somebody who was honoured is forgotten at their wish: what they were honoured for stays, by one of us."""

from contextlib import closing
from pathlib import Path

import pytest

from actions.honour.hall import whole
from actions.operations.forgetting import play_again
from bot.start.exports import HALL, Asked, Form, lines
from bot.upkeep.port import port
from rules.operations.forgetting import Forgetting, mark_of, unnamed
from storage.engine.sqlite import Sqlite
from storage.honour import portraits
from tests.databases import kept, rows, sqlite_only
from tests.handlers.daily.test_feature import asked
from tests.handlers.fairness.undoing import clean
from tests.handlers.honour.test_award import FEW, counted, evenings, voting
from tests.handlers.honour.test_award_badge import ALONG, given
from tests.handlers.honour.test_hall import deeds
from tests.handlers.honour.test_hall import honoured as awarded
from tests.handlers.honour.test_portrait import PHOTO, fetched
from tests.handlers.operations.test_forgetting import forgotten, traces
from tests.handlers.works.desk import hung
from tests.stage import Stage

HONOURED = "SELECT year, citation, badge FROM honour"


def page(stage: Stage, locale: str = "zh") -> str:
    """The hall as the brand shows it outside."""
    wanted, day = Asked(HALL, False, Form.CSV, locale), stage.occasion().day
    return stage.do(lambda tx: "".join(lines(tx, wanted, stage.programme, day)))


def portrait(stage: Stage) -> str:
    """The one on the page outside."""
    [year] = stage.do(whole).years
    return year.laureates[0].portrait


def honoured(stage: Stage) -> None:
    """He has an award with its badge, and a citation that names him."""
    stage.restart(ALONG)
    given(stage, "荣誉大使", "何川总在，@he 谁都认得。")
    clean(stage)


def test_title_year_and_citation_stay_and_nothing_leads_to_them(stage: Stage) -> None:
    honoured(stage)
    assert "何川" in asked(stage, stage.zhou, "/hall") and "何川" in page(stage)
    forgotten(stage, stage.he)
    hall = asked(stage, stage.zhou, "/hall")
    assert "荣誉大使：一位车友" in hall and "总在" in hall and "何川" not in hall
    assert "2026 年：一位车友" in asked(stage, stage.zhou, "/awards")
    assert "<bdi>一位车友</bdi>" in page(stage) and "<bdi>One of us</bdi>" in page(stage, "en")
    assert "总在" in page(stage) and "何川" not in page(stage)
    assert rows(stage.connection, HONOURED) == [(2026, "…总在，… 谁都认得。", None)]
    assert not [one for one in traces(stage, "何川", str(stage.he.id)) if one.startswith("honour")]
    clean(stage)


def test_they_read_before_that_the_words_stay_without_them(stage: Stage) -> None:
    assert "荣誉殿堂" not in asked(stage, stage.he, "/forgetme")
    honoured(stage)
    assert "荣誉殿堂里那几句颁奖词也留着，只写“一位车友”" in asked(stage, stage.he, "/forgetme")


def test_deeds_portrait_and_badge_go_with_the_person(stage: Stage) -> None:
    hung(stage)
    lin = stage.member(stage.lin).id
    awarded(stage, stage.lin)
    now = int(stage.clock.now())
    stage.do(lambda tx: portraits.agree(tx, lin, now))
    fetched(stage, PHOTO)
    assert deeds(stage) and portrait(stage)
    forgotten(stage, stage.lin)
    assert deeds(stage) == [] and portrait(stage) == ""
    assert rows(stage.connection, "SELECT count(*) FROM portrait") == [(0,)]
    assert "精选作品" not in asked(stage, stage.zhou, "/hall")


def test_what_a_vote_decided_still_adds_up_and_the_doctor_is_content(stage: Stage) -> None:
    stage.restart(FEW)
    vote = voting(stage)
    for person, name in ((stage.lin, "何川"), (stage.zhou, "何川"), (stage.he, "周舟")):
        stage.press(person, vote, name)
    evenings(stage, 7)
    stage.press(stage.owner, counted(stage), "何川")
    asked(stage, stage.owner, "总有他。")
    stage.press(stage.owner, stage.last(stage.owner), "颁奖")
    before = asked(stage, stage.owner, "/doctor")
    forgotten(stage, stage.he)
    clean(stage)
    assert asked(stage, stage.owner, "/doctor") == before
    stage.do(lambda tx: tx.run("DELETE FROM audit WHERE act = 'award.give'"))
    with pytest.raises(AssertionError):
        clean(stage)


def test_it_can_still_be_taken_back(stage: Stage) -> None:
    honoured(stage)
    card = stage.last(stage.staff)
    forgotten(stage, stage.he)
    stage.press(stage.owner, card, "收回这个奖")
    assert "何川" not in asked(stage, stage.owner, "写错了奖")
    assert "一位车友" not in asked(stage, stage.zhou, "/hall")
    clean(stage)


def test_after_an_older_backup_it_stays_by_nobody_again(stage: Stage) -> None:
    honoured(stage)
    known, now = Forgetting(stage.member(stage.he).id, 5, mark_of(stage.he.id, "salt")), stage.occasion()
    assert len(stage.do(lambda tx: play_again(tx, (known,), now))) == 1
    assert rows(stage.connection, HONOURED) == [(2026, "…总在，… 谁都认得。", None)]
    clean(stage)


@sqlite_only
def test_it_is_carried_over_to_another_database_by_nobody(stage: Stage, tmp_path: Path) -> None:
    honoured(stage)
    forgotten(stage, stage.he)
    held = kept(stage.connection)
    assert isinstance(held, bytes)
    (tmp_path / "old.db").write_bytes(held)
    target = Sqlite(tmp_path / "new.db")
    assert port(Sqlite(tmp_path / "old.db"), target, stage.programme, lambda _table, _rows: None).audit.ok
    with closing(target.open()) as connection:
        assert rows(connection, HONOURED) == [(2026, "…总在，… 谁都认得。", None)]


@pytest.mark.parametrize(
    ("words", "name", "username", "said"),
    [
        ("何川总在", "何川", None, "…总在"),
        ("Ann saved our annual trip, ask @ann", "ann", "ann", "… saved our annual trip, ask …"),
        ("he helped, as @He does", "何川", "he", "he helped, as … does"),
        ("谢谢Ann帮忙", "Ann", None, "谢谢…帮忙"),
    ],
)
def test_a_name_goes_from_the_words_of_an_award(words: str, name: str, username: str | None, said: str) -> None:
    assert unnamed(words, name, username) == said
