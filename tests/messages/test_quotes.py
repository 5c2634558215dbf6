"""What is quoted has inner quotation marks: “…‘…’…”, in every template, and nowhere else."""

import pytest
from jinja2 import DictLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from messages.quotes import InnerQuotes, inner


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("问了“{{ words }}”", "问了“说‘签到’算一次”"),
        ("“{{ n }}. {{ words }}”和{{ words }}", "“1. 说‘签到’算一次”和说“签到”算一次"),
        ("“{{ words if n else n }}”", "“说‘签到’算一次”"),
        ("“{% if n %}{{ words }}{% endif %}”", "“说‘签到’算一次”"),
        ("“{{ [n, words]|join('”“') }}”", "“1”“说“签到”算一次”"),
        ("没有收住的“\n{{ words }}", "没有收住的“\n说“签到”算一次"),
        ("<pre>{{ words }}</pre>", "<pre>说“签到”算一次</pre>"),
    ],
)
def test_what_a_template_quotes_has_inner_marks(template: str, said: str) -> None:
    loader = DictLoader({"it": template})
    environment = ImmutableSandboxedEnvironment(loader=loader, autoescape=True, extensions=[InnerQuotes])
    environment.filters["inner"] = inner
    assert environment.get_template("it").render(words="说“签到”算一次", n=1) == said


def test_markup_stays_markup_and_numbers_numbers() -> None:
    assert inner(Markup("<b>“a”</b>")) == Markup("<b>‘a’</b>")
    assert isinstance(inner(Markup("“a”")), Markup)
    assert inner(12) == 12
