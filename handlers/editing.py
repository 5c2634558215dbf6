"""What staff change by form: filled in as it stands, its preview with what others changed meanwhile, saved or dropped."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

from actions import draft
from handlers.call import Call
from handlers.effects import Ask, Button, Effects, Keyboard
from handlers.kept import form_mistaken, kept
from handlers.numbered import one_numbered
from handlers.persons import with_ids
from handlers.routes import MODERATORS, Command, Given, Press, Prompted, Route, Shelf, Where
from messages.vocabulary import vocabulary
from rules.draft import DraftKind
from rules.occasion import Occasion
from rules.people import Role
from rules.reading.amending import Amendment, NothingTouched
from rules.reading.form_fields import Vocabulary
from rules.reading.forms import Filled
from rules.refusals import Refusal
from storage.engine.tx import Tx


class Numbered(Protocol):
    """What stands already, under its number."""

    @property
    def id(self) -> int:
        """The number."""
        ...


S = TypeVar("S", bound=Numbered)
Data = Mapping[str, Any]


def numbered(needed: Callable[[str], Refusal]) -> Callable[[Call, Tx, str], tuple[int, str]]:
    """The number that a command begins with, and what follows; what is `needed` is raised where there is none."""

    def number(call: Call, tx: Tx, command: str) -> tuple[int, str]:
        return one_numbered(with_ids(call, tx), command, needed)

    return number


class Editing(Struct, Generic[S], frozen=True):
    """One kind of it. `noun` names its messages, labels and routes, and the number in the data of its buttons.

    `find` is what stands while it may be changed, `text` the form filled in with it, `amend` what a form changes of it
    (as written, after an attempt, as it was opened). `show` is the preview with these buttons, and refuses what is not
    fair; `save` makes it so and says it. `number` is which one is meant, and what else was written.

    `also` tells whether more than lines was touched, `extra` and `taken` what else the data hold from the start and with
    each message; `below` are further buttons. The button for more changes is pressed `once`. `named` is the account that a
    changed line names by @name: where that is another one by the time it is saved, the preview comes once more.
    """

    noun: str
    kind: DraftKind
    find: Callable[[Tx, int, Occasion], S]
    text: Callable[[S, Vocabulary, Occasion], str]
    amend: Callable[[S, str, str, str, Vocabulary, Occasion], Amendment]
    show: Callable[[Call, Tx, S, Amendment, Data, Keyboard], Effects]
    save: Callable[[Call, Tx, S, Amendment, Data], Effects]
    number: Callable[[Call, Tx, str], tuple[int, str]]
    words: Callable[[Call], Vocabulary] | None = None
    also: Callable[[Data], bool] = lambda data: False
    extra: Callable[[S], Data] = lambda found: {}
    taken: Callable[[Call], Data] = lambda call: {}
    below: Callable[[Data], Keyboard] = lambda data: ()
    once: bool = True
    named: Callable[[Tx, S, Amendment], int | None] = lambda tx, found, amendment: None

    @property
    def command(self) -> str:
        """By which it begins."""
        return f"edit{self.noun}"

    def edit(self, call: Call, tx: Tx) -> Effects:
        """The form filled in as it stands; lines that came with the command change it at once."""
        number, written = self.number(call, tx, self.command)
        return self.begun(call, tx, number, written)

    def begun(self, call: Call, tx: Tx, number: int, written: str = "") -> Effects:
        """The form of that one."""
        found = self.find(tx, number, call.occasion)
        text = self.text(found, self.vocabulary(call), call.by_the_clock_here)
        begun = draft.begin(tx, call.member, self.kind, call.occasion)
        data = {"text": text, "opened": text, self.noun: found.id, "draft": begun, **self.extra(found)}
        if written.strip():
            return self._looked_at(call, tx, written.strip(), data)
        return Ask(f"{self.noun}.edit", f"{self.noun}/form_again", Filled(text), data, buttons=self.below(data))

    def filled_in(self, call: Call, tx: Tx) -> Effects:
        """The form as it came back, or lines that change it."""
        return self._looked_at(call, tx, with_ids(call, tx), {**call.data, **self.taken(call)})

    def change(self, call: Call, tx: Tx) -> Effects:
        """Not quite: the form once more, as it was."""
        draft.require_open(tx, call.data["draft"])
        return Ask(f"{self.noun}.edit", f"{self.noun}/form_again", Filled(call.data["text"]), dict(call.data))

    def again(self, call: Call, tx: Tx) -> Effects:
        """What is changed so far, once more."""
        draft.require_open(tx, call.data["draft"])
        return self._looked_at(call, tx, "", dict(call.data))

    def saved(self, call: Call, tx: Tx) -> Effects:
        """What was touched applies to what stands now; what others touched meanwhile is shown first."""
        draft.require_open(tx, call.data["draft"])
        found = self._found(call, tx, call.data)
        amendment = self._amendment(call, found, "", call.data)
        others = not amendment.mistakes and self.named(tx, found, amendment) != call.data.get("named")
        if amendment.mistakes or amendment.overtaken or others:
            return self._looked_at(call, tx, "", dict(call.data))
        effects = self.save(call, tx, found, amendment, call.data)
        draft.publish(tx, call.data["draft"], found.id, call.occasion)
        return effects

    def vocabulary(self, call: Call) -> Vocabulary:
        """What the caller may call fields and choices."""
        return self.words(call) if self.words else vocabulary(self.noun, call.member.locale)

    def routes(
        self,
        place: int,
        *,
        shelf: Shelf = Shelf.WORKS,
        who: frozenset[Role] = MODERATORS,
        takes: frozenset[str] = frozenset(),
    ) -> tuple[Route, ...]:
        """All of them; the command stands at that `place` in the help."""
        return (
            Command(
                self.command,
                self.edit,
                shelf=shelf,
                place=place,
                menu=False,
                who=who,
                where=Where.PRIVATE,
                stays="a filled-in form",
            ),
            Prompted(
                f"{self.noun}.edit", self.filled_in, Given.PREVIEWED, who=who, takes=takes, plain=True, fields=self.noun
            ),
            Press(f"{self.noun}.save", self.saved, who=who),
            Press(f"{self.noun}.change_again", self.change, who=who),
        )

    def _found(self, call: Call, tx: Tx, data: Data) -> S:
        return self.find(tx, data[self.noun], call.occasion)

    def _amendment(self, call: Call, found: S, written: str, data: Data) -> Amendment:
        before = data["text"]
        return self.amend(
            found, written or before, before, data["opened"], self.vocabulary(call), call.by_the_clock_here
        )

    def _looked_at(self, call: Call, tx: Tx, written: str, data: dict[str, Any]) -> Effects:
        """The mistakes, or the preview; from here on the form counts as opened now."""
        found = self._found(call, tx, data)
        amendment = self._amendment(call, found, written, data)
        data["text"] = amendment.text
        if amendment.mistakes:
            return form_mistaken(f"{self.noun}.edit", amendment.filled, data)
        if not amendment.values and not self.also(data):
            raise NothingTouched
        now = {**data, "opened": self.text(found, self.vocabulary(call), call.by_the_clock_here)}
        try:
            now["named"] = self.named(tx, found, amendment)
            return self.show(call, tx, found, amendment, now, self._decide(now))
        except Refusal as refusal:
            return kept(f"{self.noun}.edit", refusal, amendment.text, data)

    def _decide(self, data: dict[str, Any]) -> Keyboard:
        prompt = f"{self.noun}.edit"
        change = Button(f"{self.noun}/change", f"{self.noun}.change_again", data, once=self.once, corrects=prompt)
        drop = Button(f"{self.noun}/drop", f"{self.noun}.drop", {"draft": data["draft"]})
        save = Button(f"{self.noun}/save", f"{self.noun}.save", data, style="success")
        return ((save,), *self.below(data), (change, drop))
