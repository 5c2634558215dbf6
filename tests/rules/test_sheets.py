"""What a person typed never becomes a formula on somebody else's machine."""

import csv
import io
import json

from rules.sheets import Sheet, as_csv, as_json

NASTY = ('=cmd|"/c calc"!A1', "+1", "-1", "@SUM(A1)", "\tx", "\0=1", "\r=1")


def test_what_would_begin_a_formula_is_quoted_and_numbers_stay_numbers() -> None:
    text = "".join(as_csv(Sheet(("name", "points"), [(name, -5) for name in NASTY])))
    assert text.startswith("\ufeffname,points")
    assert "\0" not in text
    for name, points in list(csv.reader(io.StringIO(text, newline="")))[1:]:
        assert name[0] == "'"
        assert points == "-5"


def test_ordinary_text_stays_as_it_is_also_with_commas_and_lines() -> None:
    said = ("林晓", 'a "b", c\nd', "")
    text = "".join(as_csv(Sheet(("a", "b", "c"), [said]))).removeprefix("\ufeff")
    assert list(csv.reader(io.StringIO(text, newline="")))[1] == list(said)


def test_json_keeps_types_and_needs_no_quoting() -> None:
    text = "".join(as_json(Sheet(("name", "points", "actor"), [("=1", -5, None), ("林晓", 2, 7)])))
    assert json.loads(text) == [{"name": "=1", "points": -5, "actor": None}, {"name": "林晓", "points": 2, "actor": 7}]
    assert json.loads("".join(as_json(Sheet(("name",), [])))) == []
