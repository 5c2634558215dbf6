"""Boards stay flat because each question is one range of one covering index, and right whatever the scores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.honour.boards import standing
from rules.honour.boards import ranked
from rules.people import BRAND, STAFF, Part, Role
from rules.programme.metrics import Metric
from rules.programme.points import Track
from storage import groups, members
from storage.engine.sqlite import Sqlite, SqliteTx
from storage.engine.tx import Tx
from storage.honour import boards
from storage.ledger import tallies
from storage.ledger.tallies import Gain
from tests.databases import opened

WEEK = ("2026-W47",)


@pytest.mark.parametrize("metric", Metric)
def test_a_rank_is_counted_on_one_range_of_one_covering_index(metric: Metric) -> None:
    plans: list[str] = []
    connection = Sqlite(":memory:").open()

    class Watched(SqliteTx):
        def value(self, sql: str, /, **values: object) -> object:
            plans.extend(row[-1] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))
            return super().value(sql, **values)

    boards.above(Watched(connection), 1, WEEK[0], metric, 5)
    connection.close()
    assert (
        f"SEARCH tally USING COVERING INDEX tally_{metric} (scope=? AND period=? AND competes=? AND {metric}>?)"
        in plans
    )


@given(scores=st.lists(st.integers(1, 5), min_size=1, max_size=12), hidden=st.sets(st.integers(0, 11), max_size=3))
def test_own_places_agree_with_the_board_counted_by_hand(scores: list[int], hidden: set[int]) -> None:
    connection = opened()
    tx = connection.begin()
    everybody = [members.remember(tx, n + 1, f"车友{n}", None, "zh", 0) for n in range(len(scores))]
    for number, (member, score) in enumerate(zip(everybody, scores, strict=True)):
        tallies.add(tx, member.id, WEEK, (1,), Gain(score, Track.OTHER, newcomer=False))
        if number in hidden:
            members.set_hidden(tx, member.id, True)
    shown = [(score, m) for n, (score, m) in enumerate(zip(scores, everybody, strict=True)) if n not in hidden]
    places = ranked(boards.top(tx, 1, WEEK[0], Metric.POINTS, 100))
    assert {place.member for place in places} == {member.id for _, member in shown}
    for score, member in shown:
        own = standing(tx, 1, WEEK[0], Metric.POINTS, member)
        assert own is not None
        assert own.place.rank == 1 + sum(other > score for other, _ in shown)
        assert own.place in places
        assert own.below is None or own.below in places
        assert own.above is None or own.above in places
    connection.close()


def test_a_board_once_announced_keeps_its_numbers(tx: Tx) -> None:
    lin = members.remember(tx, 1, "林晓", None, "zh", 0)
    tallies.add(tx, lin.id, WEEK, (1,), Gain(10, Track.OTHER, newcomer=False))
    assert boards.freeze(tx, 1, WEEK[0], Metric.POINTS, ranked(boards.top(tx, 1, WEEK[0], Metric.POINTS, 10)), now=5)
    tallies.add(tx, lin.id, WEEK, (1,), Gain(90, Track.OTHER, newcomer=False))
    assert not boards.freeze(
        tx, 1, WEEK[0], Metric.POINTS, ranked(boards.top(tx, 1, WEEK[0], Metric.POINTS, 10)), now=9
    )
    frozen = boards.frozen(tx, 1, WEEK[0], Metric.POINTS)
    assert frozen is not None
    assert (frozen.at, frozen.places[0].score) == (5, 10)
    members.set_hidden(tx, lin.id, True)
    again = boards.frozen(tx, 1, WEEK[0], Metric.POINTS)
    assert again is not None
    assert again.places == ()


@given(
    acts=st.lists(
        st.tuples(st.sampled_from(["pay", "leave", "return", "hide", "show", "appoint", "dismiss"]), st.integers(1, 2)),
        max_size=14,
    )
)
def test_who_competes_follows_from_roles_wish_and_presence_whatever_came_first(acts: list[tuple[str, int]]) -> None:
    connection = opened()
    tx = connection.begin()
    lin = members.remember(tx, 1, "林晓", None, "zh", 0)
    groups_ = [groups.activate(tx, -n, f"群{n}", Part.COMMUNITY, "Asia/Shanghai", "zh", 0).id for n in (1, 2)]
    present = {groups_[0]: True}
    members.came_to(tx, groups_[0], lin.id, 0)
    hidden = staff = False
    for act, group in acts:
        match act:
            case "pay":
                tallies.add(tx, lin.id, WEEK, (BRAND, group), Gain(1, Track.OTHER, newcomer=False))
            case "leave":
                members.gone_from(tx, group, lin.id)
                present |= {group: False} if group in present else {}
            case "return":
                members.came_to(tx, group, lin.id, 0)
                present[group] = True
            case "hide" | "show":
                hidden = act == "hide"
                members.set_hidden(tx, lin.id, hidden)
            case _:
                staff = act == "appoint"
                (
                    members.give_role(tx, lin.id, Role.REVIEWER, None, 0)
                    if staff
                    else members.take_role(tx, lin.id, Role.REVIEWER)
                )
    shown = {BRAND: any(present.values()), **present}
    for scope, competes in tx.all("SELECT scope, competes FROM tally"):
        assert bool(competes) == (shown.get(scope, True) and not hidden and not staff)
    connection.close()


@pytest.mark.parametrize("role", Role)
def test_whoever_is_staff_is_shown_beside_the_ranks_and_nobody_else(tx: Tx, role: Role) -> None:
    group = groups.activate(tx, -1, "车友会", Part.COMMUNITY, "Asia/Shanghai", "zh", 1)
    named, other = (members.remember(tx, 100 + n, f"成员{n}", None, "zh", 1) for n in range(2))
    for member in (named, other):
        tallies.add(tx, member.id, WEEK, (BRAND,), Gain(5, Track.OTHER, newcomer=False))
        members.came_to(tx, group.id, member.id, 1)
    members.give_role(tx, named.id, role, None, 1)
    shown = [score.member for score in boards.staff(tx, BRAND, WEEK[0], Metric.POINTS, 3)]
    assert shown == ([named.id] if role in STAFF else [])
    members.set_hidden(tx, named.id, True)
    members.set_hidden(tx, other.id, True)
    assert not boards.staff(tx, BRAND, WEEK[0], Metric.POINTS, 3)
