"""What is included ends its own line: Jinja drops the line's end after a tag, and that after the last tag inside."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

MESSAGES = Path(__file__).parents[2] / "messages"
_INCLUDE = re.compile(r'.*{% include "([^"]+)"[^%]*%}\s*')
_INNER = re.compile(r"\s*({% (else|elif|endif|endfor)\b.*)?")
_TAG = re.compile(r"{%.*?%}|{#.*?#}")


def _runs_on(template: Path) -> list[int]:
    lines = template.read_text("utf-8").splitlines()
    wrong = []
    for number, (line, following) in enumerate(pairwise(lines), 1):
        found = _INCLUDE.fullmatch(line)
        if found is None or _INNER.fullmatch(following):
            continue
        last = (MESSAGES / found[1]).read_text("utf-8").rstrip("\n").rpartition("\n")[2]
        if last.endswith("%}") and _TAG.sub("", last).strip():
            wrong.append(number)
    return wrong


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_no_line_runs_on_after_what_is_included(locale: str) -> None:
    wrong = {str(path.relative_to(MESSAGES)): _runs_on(path) for path in (MESSAGES / locale).rglob("*.j2")}
    assert {path: lines for path, lines in wrong.items() if lines} == {}
