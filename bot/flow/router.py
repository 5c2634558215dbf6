"""Which route an update takes: tables by name, looked up, never a chain of questions."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property

from msgspec import Struct

from bot.flow.around import Around
from bot.intake.incoming import Incoming
from handlers.call import ChatKind
from handlers.routes import Command, Confided, Observe, On, Press, Prompted, Route, Start
from handlers.ways_out import WayOut
from messages.vocabulary import meant
from rules.daily.question import asks, parting
from rules.markup import unquoted
from rules.reading.hashtags import hashtags
from rules.reading.typed import bare, headed, opened, typed, unwrapped
from rules.reading.wording import reworded
from rules.refusals import Refusal
from rules.remark import Remark, called_first

_FEW_WORDS = 4
_CLAUSES = re.compile(r"[\s,，!！~～、。.;；]+")
_LONGEST_POLITE = 60


@cache
def _said(declared: str) -> str:
    """What somebody says who says one of our words; of those there are only so many."""
    return bare(declared)


class Match(Struct, frozen=True):
    """A route and the text that follows what matched.

    `by_word` tells that a mere word was said that may be ordinary talk where the route is closed; `only`, that what
    was said in private asks for it and for nothing else.
    """

    route: Command | Start
    words: str
    by_word: bool = False
    only: bool = False

    @property
    def interrupts(self) -> bool:
        """Whether it is meant as that also while the bot waits for an answer."""
        return self.by_word or self.only


class Router:
    """The routes of every feature, and the brand's words laid over the declared ones."""

    def __init__(self, routes: Iterable[Route], words: Mapping[str, tuple[str, ...]]) -> None:
        self.commands: dict[str, Command] = {}
        self.words: dict[str, Command] = {}
        self.private: dict[str, Command] = {}
        self.openings: dict[str, Command] = {}
        self.apart: set[str] = set()
        self.reasoned: dict[str, Command] = {}
        self.hearing: list[tuple[Command, tuple[str, ...]]] = []
        self.tags: dict[str, Command] = {}
        self.presses: dict[str, Press] = {}
        self.starts: dict[str, Start] = {}
        self.prompts: dict[str, Prompted] = {}
        self.confided: dict[str, Confided] = {}
        self.ways_out: dict[type[Refusal], WayOut] = {}
        self.observers: dict[On, list[Observe]] = {on: [] for on in On}
        self._last: tuple[Incoming, Match | None] | None = None
        for route in routes:
            self._add(route, words)
        for observers in self.observers.values():
            observers.sort(key=lambda observer: observer.turn)

    def _add(self, route: Route, words: Mapping[str, tuple[str, ...]]) -> None:
        match route:
            case Command():
                self.commands[route.name] = route
                self._say(route, words.get(route.name, route.words))
            case Press():
                self.presses[route.action] = route
            case Start():
                self.starts[route.payload] = route
            case Prompted():
                self.prompts[route.prompt] = route
            case Confided():
                self.confided[route.name] = route
            case Observe():
                self.observers[route.on].append(route)
            case WayOut():
                self.ways_out[route.refusal] = route

    def _say(self, route: Command, words: tuple[str, ...]) -> None:
        """What people may say for it."""
        self.words.update((_said(word), route) for word in words)
        if route.reasoned:
            self.reasoned.update((typed(word), route) for word in words)
        for word in route.private_words:
            self.private.setdefault(_said(word), route)
        self.openings.update((typed(word), route) for word in route.openings)
        self.apart.update(typed(word) for word in route.openings if parting(word, route.tags))
        self.tags.update(dict.fromkeys(route.tags, route))
        if route.hears:
            self.hearing.append((route, tuple(sorted(map(typed, words), key=len, reverse=True))))

    @cached_property
    def _marked(self) -> tuple[str, ...]:
        return tuple(self.tags)

    def standing(self, token: str) -> Press | None:
        """What a button does that has no row: its token names the action, and says something that it may say."""
        action, _, said = token.partition(":")
        route = self.presses.get(action) if ":" in token else None
        if route is None or not route.standing or (route.among and said not in route.among):
            return None
        return route

    def match(self, incoming: Incoming) -> Match | None:
        """The command, word or hashtag that a message is, if it is one. The flow asks more than once about the same."""
        last = self._last
        if last is None or last[0] is not incoming:
            last = self._last = (incoming, self.found(incoming))
        return last[1]

    def found(self, incoming: Incoming) -> Match | None:
        """The same, and nothing of it is remembered."""
        if incoming.command is not None:
            return self._command(incoming)
        text = unquoted(incoming.message.marked) if incoming.message else ""
        if not text:
            return None
        return self._tag(text) or self._opening(text) or self._word(text, incoming)

    def _command(self, incoming: Incoming) -> Match | None:
        assert incoming.command is not None
        if incoming.command == "start" and incoming.command_words:
            payload, _, rest = incoming.command_words.partition("-")
            if payload in self.starts:
                return Match(self.starts[payload], rest)
        route = self.commands.get(incoming.command)
        return Match(route, incoming.command_words) if route else None

    def _tag(self, text: str) -> Match | None:
        found = next(hashtags(text, self._marked), None)
        return Match(self.tags[found.tag], found.words) if found else None

    def _opening(self, text: str) -> Match | None:
        if bracket := headed(text):
            route = self.openings.get(bracket[0]) or self.tags.get(bracket[0])
            return Match(route, bracket[1]) if route and bracket[1] else None
        found = opened(text, self.openings, self.apart)
        if found is None or not found[1] or (found[2] and not asks(found[1])):
            return None
        return Match(self.openings[found[0]], found[1])

    def _word(self, text: str, incoming: Incoming) -> Match | None:
        private = incoming.chat.kind is ChatKind.PRIVATE
        said = unwrapped(bare(text)).lstrip("/#")
        route = self._said(said, private=private)
        if route and not route.hears and (incoming.reply_to or not route.reply):
            return Match(route, "", by_word=True)
        if private and (asked := self.private.get(said.rstrip("?")) or self._shown(said)):
            return Match(asked, "", only=not asked.stays and _is_asking(said))
        if private and (asked := self._in_other_words(said)):
            return Match(asked, "")
        politely = self._politely(text, incoming) or self._with_reason(text, incoming)
        return politely or self._remark(_remark(text, incoming))

    def _politely(self, text: str, incoming: Incoming) -> Match | None:
        """`采纳，谢谢老师`: what acts on a message is said with thanks to whoever wrote it, and is more than thanks."""
        if incoming.reply_to is None or len(text) > _LONGEST_POLITE:
            return None
        clauses = [*filter(None, map(bare, _CLAUSES.split(text)))]
        if len(clauses) < 2:
            return None
        others = [one for one in clauses if self._remark(_remark(one, incoming)) is None]
        route = self._said(others[0], private=False) if len(others) == 1 else None
        return Match(route, "", by_word=True) if route and route.reply and not route.hears else None

    def _with_reason(self, text: str, incoming: Incoming) -> Match | None:
        """`举报：发广告`: what acts on a message is said with the reason, before anybody else hears the rest of it."""
        found = opened(text, self.reasoned, self.reasoned) if incoming.reply_to is not None else None
        if found is None or not found[1] or asks(found[1]):
            return None
        return Match(self.reasoned[found[0]], found[1], by_word=True)

    def _said(self, said: str, *, private: bool) -> Command | None:
        if route := self.words.get(said):
            return route
        word = self._privately.word(said) if private else self._publicly.word(said)
        return self.words[word] if word else None

    @cached_property
    def _publicly(self) -> Around:
        return self._around(lambda route: bool(route.stays))

    @cached_property
    def _privately(self) -> Around:
        return self._around(lambda route: True)

    def _around(self, done: Callable[[Command], bool]) -> Around:
        """One may ask for what is shown, unless the word means that only by itself: 看我的 is talk."""
        said = [(word, route) for word, route in self.words.items() if not route.hears]
        shown = [word for word, route in said if not route.stays and meant("help", "talk", word) != "alone"]
        return Around([word for word, route in said if done(route)], shown)

    def _in_other_words(self, said: str) -> Command | None:
        """By its bare name, without the slash, or in a wording that is not listed; what is said for itself means that."""
        named = self.commands.get(said)
        if named and not named.who:
            return named
        return None if meant("help", "talk", said.rstrip("?")) else self._reworded.get(reworded(said))

    @cached_property
    def _reworded(self) -> dict[str, Command]:
        """What may be asked in private, in one wording; not what would be two things in it."""
        found: dict[str, set[str]] = {}
        for words in (self.words, self.private):
            for word, route in words.items():
                if not route.hears and not route.reply and meant("help", "talk", word) != "alone":
                    found.setdefault(reworded(word), set()).add(route.name)
        return {word: self.commands[names.pop()] for word, names in found.items() if word and len(names) == 1}

    def _shown(self, said: str) -> Command | None:
        """A word that is asked with a question mark, where it only shows something: 我的积分？"""
        asked = self.words.get(said.removesuffix("?"))
        return asked if asked and not asked.stays else None

    def _remark(self, remark: Remark) -> Match | None:
        for route, words in self.hearing:
            kept = route.hears(words, remark) if route.hears else None
            if kept is not None:
                return Match(route, kept, by_word=not remark.private)
        return None


def _is_asking(said: str) -> bool:
    """A few words, such as 我有几分: a single one, such as 活动, may as well be what a question asks for."""
    return len(said) >= _FEW_WORDS and (" " in said or not said.isascii())


def _remark(text: str, incoming: Incoming) -> Remark:
    private, to = incoming.chat.kind is ChatKind.PRIVATE, incoming.reply_to
    mentions = incoming.message.mentions if incoming.message else ()
    named = frozenset(mention.start for mention in mentions)
    if to is None:
        calls = called_first(text, [(mention.start, mention.end) for mention in mentions])
        return Remark(text, reply=False, private=private, named=named, calls=calls)
    return Remark(text, to.author.name if to.author else "", to.said, private=private, named=named)
