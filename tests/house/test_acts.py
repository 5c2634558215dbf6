"""Everything staff do has a name in the log, in every locale."""

import ast
from pathlib import Path

import pytest

from messages.phrasebook import phrasebook
from rules.programme.wording import LOCALES
from rules.works.review import Decision

ROOT = Path(__file__).parents[2]
RECORDING = ("audits.record", "on_behalf")


def acts() -> set[str]:
    """Every act that the audit log can hold: the fourth argument of a call in `RECORDING`, or what its variable may be."""
    found: set[str] = set()
    for file in (*(ROOT / "actions").rglob("*.py"), *(ROOT / "handlers").rglob("*.py"), *(ROOT / "bot").rglob("*.py")):
        for function in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef):
                found |= _recorded(function)
    return found


def _recorded(function: ast.FunctionDef) -> set[str]:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    records = [call for call in calls if ast.unparse(call.func) in RECORDING]
    found: set[str] = set()
    for record in records:
        act = record.args[3]
        sources = [act] if isinstance(act, ast.Constant) else _assigned(function, ast.unparse(act)) or [act]
        found |= {
            n.value for s in sources for n in ast.walk(s) if isinstance(n, ast.Constant) and isinstance(n.value, str)
        }
    whole = {act for act in found if "." in act and not act.endswith(".")}
    return whole | {f"review.{decision}" for decision in Decision if "review." in found}


def _assigned(function: ast.FunctionDef, name: str) -> list[ast.expr]:
    assigns = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
    return [node.value for node in assigns if any(ast.unparse(target) == name for target in node.targets)]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_act_of_staff_has_a_name_in_the_log(locale: str) -> None:
    assert {"points.grant", "points.propose", "role.give", "question.register"} <= acts()
    missing = {act for act in acts() if f"acts/{act}" not in phrasebook().labels[locale]}
    assert not missing, f"[acts] of messages/{locale}/<noun>/labels.toml lacks {sorted(missing)}"
