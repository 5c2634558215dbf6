"""Words that are found later are the words that would have been found at once."""

import pytest

from messages.renderer import Speech
from messages.stored import recalled, stored
from tests.messages.repertoire import outcome_for, repertoire, template_of

SPEECH = Speech("Asia/Shanghai", "星途汽车")


@pytest.mark.parametrize("heading", [heading for heading, found in repertoire().items() if found])
def test_an_outcome_kept_for_later_reads_the_same(heading: str) -> None:
    template, outcome = template_of(heading), outcome_for("zh", repertoire()[heading])
    assert SPEECH.render("zh", template, recalled(stored(outcome))) == SPEECH.render("zh", template, outcome)


def test_what_is_no_plain_data_is_not_kept() -> None:
    with pytest.raises(TypeError, match="object"):
        stored({"about": object()})
