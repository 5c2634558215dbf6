"""The running totals hold each metric of the one table, and an index over it."""

import pytest

from rules.programme.metrics import COUNTS, UNSURE, Metric, counted
from rules.programme.points import Track
from storage.ledger import tallies
from tests.databases import sqlite_only
from tests.stage import Stage

KEY = ["member", "scope", "period", "competes"]


def test_every_metric_says_what_counts_for_it() -> None:
    assert list(COUNTS) == list(Metric)
    assert set(Metric) > UNSURE


@sqlite_only
def test_every_metric_has_a_column_and_an_index_over_those_who_compete(stage: Stage) -> None:
    columns = [row.name for row in stage.do(lambda tx: tx.all("SELECT name FROM pragma_table_info('tally')"))]
    assert sorted(columns) == sorted([*KEY, *Metric])
    indexes = stage.do(
        lambda tx: tx.all("SELECT sql FROM sqlite_schema WHERE tbl_name = 'tally' AND sql LIKE '%INDEX%'")
    )
    assert sorted(row.sql for row in indexes) == [
        f"CREATE INDEX tally_{one} ON tally (scope, period, competes, {one} DESC, member) WHERE {one} <> 0"
        for one in sorted(Metric)
    ]


@pytest.mark.parametrize("track", sorted(set(Track) - {Track.OTHER}))
def test_what_has_a_track_counts_for_all_points_and_for_the_metric_of_its_name(track: Track) -> None:
    gained = dict(zip(Metric, counted(track, 7, newcomer=False), strict=True))
    assert {metric for metric, points in gained.items() if points == 7} == {Metric.POINTS, Metric(track)}
    assert set(gained.values()) == {0, 7}


def test_totals_add_up_in_the_column_of_their_metric_and_taken_back_they_are_gone(stage: Stage) -> None:
    lin = stage.member(stage.lin)
    for points, newcomer in ((5, True), (2, False)):
        gain = tallies.Gain(points, Track.ASSIST, newcomer)
        stage.do(lambda tx, gain=gain: tallies.add(tx, lin.id, ("all",), (9,), gain))
    [row] = stage.do(lambda tx: tx.all("SELECT points, assist, checkin, creator, newcomer FROM tally WHERE scope = 9"))
    assert tuple(row) == (7, 7, 0, 0, 5)
    [tally] = [one for one in stage.do(lambda tx: list(tallies.everything(tx))) if one.scope == 9]
    assert dict(zip(Metric, tally.totals, strict=True)) == dict(row._asdict())
