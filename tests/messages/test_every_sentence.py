"""Whatever a template can say stands in the golden files, where somebody can read it.

Each literal of a template that can reach a reader gets a mark of its own, an invisible character that goes wherever
the literal goes. What no sample brings to paper has no mark there: it is unread, or can't be said at all.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

import pytest
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment

from messages.calendar import FOLDER, calendar
from messages.phrasebook import Phrasebook
from messages.renderer import Speech
from rules.ledger.ledger import NotEnoughPoints
from rules.programme.programme import LOCALES
from tests.messages.repertoire import repertoire, sayings, speech_in

FIRST_MARK = 0xF0000
OTHER_MESSAGES = frozenset({"label", "said", "recalled"})
SAY_WHAT_THEY_ARE_GIVEN = frozenset({"counted", "default", "join", "truncate"})


def _inner(spoken: nodes.Expr) -> list[nodes.Node]:
    """The parts of an expression that may become its value, or part of it."""
    match spoken:
        case nodes.Filter(name=name) if name in OTHER_MESSAGES:
            return []
        case nodes.Filter():
            said = spoken.args if spoken.name in SAY_WHAT_THEY_ARE_GIVEN else []
            return [*([spoken.node] if spoken.node else []), *said]
        case nodes.CondExpr():
            return [spoken.expr1, *([spoken.expr2] if spoken.expr2 else [])]
        case nodes.Getitem() | nodes.Getattr():
            return [spoken.node]
        case nodes.Call(node=nodes.Getattr(node=table, attr="get")):
            return [table, *spoken.args[1:]]
        case nodes.Call():
            return list(spoken.args)
        case nodes.Dict():
            return [pair.value for pair in spoken.items]
        case nodes.List() | nodes.Tuple():
            return list(spoken.items)
        case nodes.Concat():
            return list(spoken.nodes)
        case nodes.BinExpr():
            return [spoken.left, spoken.right]
    return []


def _literals(spoken: nodes.Node) -> Iterator[nodes.TemplateData | nodes.Const]:
    """The literals that an expression may say."""
    if isinstance(spoken, nodes.TemplateData):
        if spoken.data.strip():
            yield spoken
    elif isinstance(spoken, nodes.Const):
        if isinstance(spoken.value, str) and spoken.value.strip():
            yield spoken
    elif isinstance(spoken, nodes.Expr):
        for part in _inner(spoken):
            yield from _literals(part)


def literals(template: nodes.Template) -> Iterator[nodes.TemplateData | nodes.Const]:
    """Every literal of a template that may reach a reader."""
    for output in template.find_all(nodes.Output):
        for spoken in output.nodes:
            yield from _literals(spoken)
    for assigned in template.find_all(nodes.Assign):
        yield from _literals(assigned.node)


class Marking(CodeGenerator):
    """Compiles templates whose literals carry marks."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        """Mark it, then compile it as ever."""
        if self.name:
            for nth, literal in enumerate(literals(node)):
                self._mark(literal, nth)
        super().visit_Template(node, frame)

    def _mark(self, literal: nodes.TemplateData | nodes.Const, nth: int) -> None:
        """The same literal has the same mark, however often its template is compiled."""
        environment = self.environment
        assert isinstance(environment, MarkingEnvironment)
        text = literal.data if isinstance(literal, nodes.TemplateData) else literal.value
        place = f"{self.name}:{literal.lineno}:{nth} {text.strip()}"
        mark = environment.marks.setdefault(place, chr(FIRST_MARK + len(environment.marks)))
        if isinstance(literal, nodes.TemplateData):
            literal.data = mark + text
        else:
            literal.value = mark + text


class MarkingEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox that remembers each literal it compiled, and the mark it got."""

    code_generator_class = Marking
    marks: dict[str, str]


class Marked(Phrasebook):
    """Holds what the bot says, with marks."""

    @cached_property
    def environment(self) -> MarkingEnvironment:
        """The sandbox, which marks what it compiles."""
        environment = super().environment
        environment.__class__ = MarkingEnvironment
        assert isinstance(environment, MarkingEnvironment)
        environment.marks = {}
        return environment


def unread(locale: str, told: Mapping[str, object], folder: Path = FOLDER) -> list[str]:
    """The literals of all templates of a language that these samples do not bring to paper."""
    book = Marked(folder)
    speech = Speech("Asia/Shanghai", "星途汽车", book)
    for path in sorted((folder / locale).rglob("*.j2")):
        book.environment.get_template(str(path.relative_to(folder)))
    seen = set("".join(text for _, text in sayings(speech, locale, told, folder)))
    return [place for place, mark in book.environment.marks.items() if mark not in seen]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_stands_in_the_golden_files(locale: str) -> None:
    missing = unread(locale, repertoire())
    assert not missing, "give a sample to MORE, or delete what can't be said:\n" + "\n".join(missing)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_name_of_a_day_and_every_festival_stands_in_the_golden_files(locale: str) -> None:
    words, golden = calendar(locale), "".join(text for _, text in sayings(speech_in(locale), locale, repertoire()))
    assert not [one for one in (*words.days.values(), *words.near.values(), *words.weekdays) if one not in golden]


def _community(folder: Path, **templates: str) -> Path:
    """A folder of templates in a language of its own."""
    (folder / "zh/tea").mkdir(parents=True)
    for name, words in templates.items():
        (folder / "zh/tea" / f"{name}.j2").write_text(words, "utf-8")
    return folder


def test_a_branch_that_no_sample_takes_is_unread(tmp_path: Path) -> None:
    folder = _community(tmp_path, made="{% if missing %}还差 {{ missing }} 杯{% else %}茶好了{% endif %}。")
    some, none = NotEnoughPoints(price=80, free=68, missing=12), NotEnoughPoints(price=80, free=80, missing=0)
    assert [place.split()[1] for place in unread("zh", {"tea/made": some}, folder)] == ["茶好了"]
    assert not unread("zh", {"tea/made": some, "tea/made · there is enough": none}, folder)


def test_what_looks_the_same_elsewhere_does_not_count(tmp_path: Path) -> None:
    folder = _community(
        tmp_path, made="{{ '茶好了' if free else '茶好了' }}{{ {'a': '热', 'b': '凉'}.get('a', '温') }}"
    )
    told = {"tea/made": NotEnoughPoints(price=80, free=68, missing=12)}
    assert [place.split()[1] for place in unread("zh", told, folder)] == ["茶好了", "凉", "温"]


def test_every_wording_that_takes_turns_is_read(tmp_path: Path) -> None:
    folder = _community(
        tmp_path, made="{{ ['一', '二', '三']|turn }}", cup="{% import 'zh/tea/_of.j2' as of %}{{ of.cup }}"
    )
    (folder / "zh/tea/_of.j2").write_text("{% set cup, pot = '杯', '壶' %}", "utf-8")
    assert [place.split()[1] for place in unread("zh", {"tea/made": None, "tea/cup": None}, folder)] == ["壶"]
