"""A member is given all that is kept about them, and nothing about anybody else."""

import json
from functools import partial
from typing import Any

from sandbox.world.people import Person
from storage import audits
from storage.declarations import Own, declared
from storage.operations import mydata
from tests.handlers.daily.asking import REPLY, TEXT, solved
from tests.handlers.fairness.undoing import redeems, submits
from tests.stage import Stage


def asked(stage: Stage, person: Person) -> None:
    """The person asks for it in private."""
    person.say(stage.world.private(person), "我的资料")
    stage.play()


def given(stage: Stage, person: Person) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """The rows in the file that is sent, by table and what the member is in it."""
    asked(stage, person)
    return {(part["table"], part["you_are"]): part["rows"] for part in content(stage, person)["kept"]}


def content(stage: Stage, person: Person) -> dict[str, Any]:
    """The newest file in that person's private chat."""
    document = stage.last(person).media
    assert document is not None
    read: dict[str, Any] = json.loads(document.file.data)
    return read


def test_each_of_two_reads_their_own_side_and_not_who_the_other_is(stage: Stage) -> None:
    solved(stage, stage.lin, stage.zhou)
    asker, helper = given(stage, stage.lin), given(stage, stage.zhou)
    assert [row["text"] for row in asker["question", "asker"]] == [TEXT]
    assert [row["text"] for row in helper["answer", "member"]] == [REPLY]
    assert ("acceptance", "asker") in asker and ("acceptance", "answerer") in helper
    assert ("answer", "member") not in asker
    [one] = helper["acceptance", "answerer"]
    assert not one.keys() & {"asker", "answerer", "accepted_by", "taken_back_by"}
    [me] = helper["member", ""]
    assert (me["telegram_id"], me["name"]) == (stage.zhou.id, "周舟")
    assert me["first_seen"].endswith("Z")
    text = json.dumps(content(stage, stage.zhou), ensure_ascii=False)
    assert str(stage.lin.id) not in text and "林晓" not in text and TEXT not in text


def test_works_orders_and_the_ledger_are_told_with_all_that_hangs_on_them(stage: Stage) -> None:
    submits(stage)
    redeems(stage)
    rows = given(stage, stage.lin)
    assert rows["submission_version", ""] and rows["shop_order", "member"]
    assert any("clean_cuts" in review["chips"] for review in rows["review", ""])
    [account] = rows["account", "member"]
    moved = [row["amount"] if row["credit"] == account["id"] else -row["amount"] for row in rows["transfer", ""]]
    assert sum(moved) == account["posted"] - account["held"]
    assert not {"actor", "key", "hash"} & rows["transfer", ""][0].keys()
    assert "瑞秋" not in json.dumps(content(stage, stage.lin), ensure_ascii=False)


def test_what_others_confided_is_named_with_the_reason_but_not_told(stage: Stage) -> None:
    bad = stage.zhou.say(stage.group, "加我买内部价")
    stage.lin.say(stage.group, "/report 广告", reply_to=bad)
    stage.play()
    assert given(stage, stage.lin)["report", "reporter"][0]["words"] == "广告"
    assert not [key for key in given(stage, stage.zhou) if key[0] == "report"]
    left_out = {(one["table"], one["you_are"]): one["why"] for one in content(stage, stage.zhou)["not_in_here"]}
    assert "等于说出了是谁" in left_out["report", "reported"]
    assert left_out.keys() == {(own.table, own.column) for own in declared("OWN", Own) if own.untold}


def test_it_is_given_once_an_hour_in_private_alone_and_not_to_groups(stage: Stage) -> None:
    asked(stage, stage.lin)
    assert "只发给你" in stage.last(stage.lin).text
    asked(stage, stage.lin)
    assert "10:00 以后可以再要" in stage.last(stage.lin).text
    stage.advance(3600)
    assert given(stage, stage.lin)["data_copy", "member"]
    stage.zhou.say(stage.group, "/mydata")
    stage.play()
    assert stage.said(stage.group) == []
    zhou = stage.member(stage.zhou).id
    assert stage.do(lambda tx: mydata.given_at(tx, zhou)) is None


def test_every_kind_of_row_has_a_heading_in_the_language_of_its_reader(stage: Stage) -> None:
    stage.lin.language_code, stage.lin._wire = "en", None
    rows = given(stage, stage.lin)
    heads = [part["what"] for part in content(stage, stage.lin)["kept"]]
    assert len(heads) == len(rows) and "Who you are to us" in heads


def test_what_is_too_much_for_a_file_is_cut_and_says_so(stage: Stage) -> None:
    me = stage.member(stage.lin).id
    stage.do(
        lambda tx: tx.many(
            "INSERT INTO digest (member, day, at) VALUES (?, ?, ?)",
            [(me, str(n), 1) for n in range(mydata.MOST_ROWS + 1)],
        )
    )
    asked(stage, stage.lin)
    [days] = [part for part in content(stage, stage.lin)["kept"] if part["table"] == "digest"]
    assert days["cut"] and len(days["rows"]) == mydata.MOST_ROWS


def test_of_the_log_only_what_a_member_hears_of_is_told(stage: Stage) -> None:
    lin, mo = stage.member(stage.lin).id, stage.member(stage.mo).id
    for act in ("card.clear", "radar.take", "scout.note", "report.handle"):
        stage.do(partial(audits.record, now=1, actor=mo, act=act, subject=lin, reason="因为"))
    rows = given(stage, stage.lin)["audit", "subject"]
    assert [(row["act"], row["reason"]) for row in rows] == [("card.clear", "因为")]
    assert not {"actor", "detail"} & rows[0].keys()


def test_whoever_says_export_gets_what_is_theirs_and_the_team_the_way_to_sheets(stage: Stage) -> None:
    for person in (stage.lin, stage.owner):
        person.say(stage.world.private(person), "导出")
        stage.play()
    assert stage.last(stage.lin).media is not None
    assert [button.text for row in stage.last(stage.owner).buttons for button in row] == ["导出表格"]
