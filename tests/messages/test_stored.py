"""Words that are found later are the words that would have been found at once."""

import pytest

from messages.renderer import Speech
from messages.stored import recalled, stored
from tests.messages.test_golden import _samples

SPEECH = Speech("Asia/Shanghai", "星途汽车")


@pytest.mark.parametrize(("template", "outcome"), [(name, found) for name, found in _samples().items() if found])
def test_an_outcome_kept_for_later_reads_the_same(template: str, outcome: object) -> None:
    assert SPEECH.render("zh", template, recalled(stored(outcome))) == SPEECH.render("zh", template, outcome)


def test_what_is_no_plain_data_is_not_kept() -> None:
    with pytest.raises(TypeError, match="object"):
        stored({"about": object()})
