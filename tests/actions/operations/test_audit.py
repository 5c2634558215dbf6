"""The audit: a clean season passes, and no hand in the database goes unseen."""

import json
import random
import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from typer.testing import CliRunner

from actions.daily.checkin import check_in
from actions.ledger import paying, reversals
from actions.operations import audit
from actions.shop import order, redemption
from bot.database import transact
from bot.start.cli import cli
from rules.ledger.ledger import Cause
from rules.programme.programme import Programme
from rules.shop.reward import RewardKind
from rules.values import replace
from storage.engine.engine import Connection, Violated
from storage.engine.tx import Tx
from storage.ledger import ledger, seals
from storage.shop import orders
from tests.databases import change, copied, kept, rows, sqlite_only, unguarded
from tests.shopping import KEYRING, act, pay, put_up
from tests.stage import Stage

DAY_S = 86_400
STRAY = Cause("stray", "redeem", Programme().version, 1_795_000_000, "2026-11-18")


@pytest.fixture(scope="module")
def season() -> bytes:
    """A database after some eventful days, as bytes to start from."""
    stage = Stage()
    live_a_season(stage)
    return kept(stage.connection)


def live_a_season(stage: Stage) -> None:
    """Check-ins, awards, one taken back, orders in every state, and a seal each day."""
    for _ in range(5):
        for person in (stage.lin, stage.zhou, stage.he):
            act(stage, check_in, stage.member(person))
        stage.clock.advance(DAY_S)
        act(stage, audit.seal)
    for person in (stage.lin, stage.zhou, stage.he):
        pay(stage, person, 300)
    owner, mo = stage.member(stage.owner), stage.member(stage.mo)
    wrong = act(stage, paying.give, stage.member(stage.he), "answer_accepted", "question1")
    occasion = stage.occasion()
    stage.do(lambda tx: reversals.take_back(tx, wrong.entry, occasion, owner, "看错了"))
    keyring = put_up(stage, replace(KEYRING, per_member=0), stock=9)
    voucher = put_up(stage, replace(KEYRING, kind=RewardKind.CODE, price=50), given=("A-1", "A-2"))
    placed = [wished(stage, stage.lin, keyring.id, nth) for nth in range(3)]
    wished(stage, stage.zhou, voucher.id, 0)
    act(stage, order.claim, placed[0], mo)
    act(stage, order.fulfil, placed[0], mo, None)
    act(stage, order.cancel, placed[1], stage.member(stage.lin))
    act(stage, audit.seal)
    act(stage, check_in, stage.member(stage.lin))


def wished(stage: Stage, person: object, reward: int, nth: int) -> int:
    """A redemption; the order's number."""
    who = stage.member(person)  # type: ignore[arg-type]
    price = stage.do(lambda tx: tx.value("SELECT price FROM reward WHERE id = :id", id=reward))
    return act(stage, redemption.redeem, who, redemption.Wish(reward, nth, 1, price)).order.id


def report(connection: Connection) -> audit.AuditReport:
    """What the audit says of it."""
    return transact(connection, lambda tx: audit.verify(tx, Programme()))


def test_a_clean_season_passes(season: bytes) -> None:
    found = report(copied(season))
    assert found.problems == ()
    assert (found.ok, found.sum) == (True, 0)
    assert found.transfers > 25


TAMPERED = {
    "transfer": (
        "at debit credit amount phase contribution rule version key fingerprint actor reason chat_group message day hash"
    ),
    "account": "posted held",
    "member": "contribution",
    "tally": "points checkin assist creator newcomer",
    "seal": "transfers moved hash",
    "programme": "version body",
    "reward": "held sold",
    "shop_order": "price member",
}


KEYS = {"tally": "member scope period", "seal": "day", "programme": "version"}


def other(value: object, dice: random.Random) -> object:
    """Something else than `value`, of the same kind."""
    if isinstance(value, int):
        return value + dice.choice((-3, -1, 1, 7))
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:]
    if isinstance(value, str):
        changed = {"2026": "2025", "single": "hold", "hold": "single", "void": "post"}
        return next((value.replace(was, now) for was, now in changed.items() if was in value), value + "'")
    return dice.randrange(1, 4)


@pytest.mark.parametrize("batch", range(8))
def test_tampering_with_any_row_is_found(season: bytes, batch: int) -> None:
    for seed in range(25 * batch, 25 * batch + 25):
        dice = random.Random(seed)
        connection = copied(season)
        with unguarded(connection), suppress(Violated):  # PostgreSQL checks all the same
            done = tamper(connection, dice)
            assert not report(connection).ok, f"seed {seed}: {done} went unseen"
        connection.close()


def tamper(connection: Connection, dice: random.Random) -> str:
    """Change one value of one row, or remove a row of the ledger."""
    if dice.random() < 0.15:
        [[victim]] = rows(connection, "SELECT id FROM transfer ORDER BY id LIMIT 1 OFFSET :nth", nth=dice.randrange(25))
        change(connection, "DELETE FROM transfer WHERE id = :victim", victim=victim)
        return f"deleted transfer {victim}"
    table = dice.choice(list(TAMPERED))
    column = dice.choice(TAMPERED[table].split())
    keys = KEYS.get(table, "id").split()
    row = dice.choice(rows(connection, f"SELECT * FROM {table} ORDER BY {', '.join(keys)}"))
    value = other(getattr(row, column), dice)
    where = " AND ".join(f"{key} = :{key}" for key in keys)
    mine = {key: getattr(row, key) for key in keys}
    change(connection, f"UPDATE {table} SET {column} = :value WHERE {where}", value=value, **mine)
    return f"{table}.{column} of {row[:3]} to {value!r}"


def test_an_order_paid_behind_the_shops_back_is_found(season: bytes) -> None:
    connection = copied(season)
    change(connection, "UPDATE shop_order SET state = 'cancelled', ended_at = 1 WHERE state = 'pending'")
    assert "hold of one cancelled" in str(report(connection).problems[0])


def test_a_hold_without_an_order_is_found(season: bytes) -> None:
    connection = copied(season)

    def work(tx: Tx) -> None:
        found = next(orders.everything(tx))
        ledger.hold(tx, found.member, 5, STRAY)

    transact(connection, work)
    assert "has an order" in str(report(connection).problems[0])


def test_seals_are_told_to_staff_in_one_quiet_message_a_week(stage: Stage) -> None:
    stage.lin.say(stage.group, "签到")
    stage.play()
    stage.advance(60)
    for _ in range(7):
        stage.advance(DAY_S)
    *_, week, next_week = stage.said(stage.staff)
    assert [line[:6] for line in week.splitlines()[1:]] == [f"11月{day}日" for day in range(16, 22)]
    assert "11月16日　新增 1 笔，累计 1 笔" in week
    assert week.splitlines()[-1] == "11月21日　没有新增"
    assert "11月22日　新增 0 笔，累计 1 笔" in next_week
    last = stage.do(lambda tx: [one.hash.hex()[:16] for one in seals.everything(tx)])
    assert len(last) == 7
    assert all(hash_ in week + next_week for hash_ in last)


def test_a_ledger_without_an_entry_is_sealed_and_nobody_is_told(stage: Stage) -> None:
    stage.advance(DAY_S)
    assert stage.do(lambda tx: len(list(seals.everything(tx)))) == 1
    assert not [text for text in stage.said(stage.staff) if "封账" in text]


def test_a_changed_ledger_is_told_aloud(stage: Stage) -> None:
    act(stage, check_in, stage.member(stage.lin))
    stage.advance(60)
    stage.advance(DAY_S)
    with unguarded(stage.connection):
        change(stage.connection, "UPDATE transfer SET hash = :nothing", nothing=bytes(32))
    stage.advance(DAY_S)
    assert "账本被改动过" in stage.said(stage.staff)[-1]


def test_the_next_seal_says_when_sealed_rows_were_changed(stage: Stage) -> None:
    act(stage, check_in, stage.member(stage.lin))
    assert act(stage, audit.seal).intact
    with unguarded(stage.connection):
        change(stage.connection, "UPDATE transfer SET hash = :nothing", nothing=bytes(32))
    stage.clock.advance(DAY_S)
    assert not act(stage, audit.seal).intact


@sqlite_only
def test_kocbot_audit_reads_beside_a_running_bot_and_fails_when_something_is_wrong(
    season: bytes, tmp_path: Path
) -> None:
    database, config = tmp_path / "kocbot.db", tmp_path / "config.toml"
    config.write_text(f'[storage]\npath = "{database}"\n')
    with sqlite3.connect(database) as disk:
        memory = copied(season)
        memory.backup(disk)
    found = CliRunner().invoke(cli, ["audit", "--json", "--config", str(config)])
    assert found.exit_code == 0, found.output
    assert json.loads(found.output)["ok"] is True
    with sqlite3.connect(database) as disk:
        disk.execute("UPDATE account SET posted = posted + 1 WHERE member IS NOT NULL AND posted > 0")
    found = CliRunner().invoke(cli, ["audit", "--json", "--config", str(config)])
    assert found.exit_code == 1
    assert json.loads(found.output)["sum"] != 0
    assert found.output.count("\n") == 1
    disk.close()
