"""Which route an update takes: tables by name, looked up, never a chain of questions."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, cached_property

from msgspec import Struct

from bot.intake.incoming import Incoming
from handlers.call import ChatKind
from handlers.routes import Command, Confided, Observe, On, Press, Prompted, Route, Start, WayOut
from messages.vocabulary import around
from rules.hashtags import hashtags
from rules.markup import unquoted
from rules.refusals import Refusal
from rules.remark import Remark, called_first
from rules.typed import after, bare, headed, typed

# What may stand around a word by which something is done: 我要签到, 签到啦, 采纳了.
_AROUND = around()
_BEFORE = re.compile(rf"(?:{'|'.join(_AROUND.before)})?[\s,!~、。.]*")
_BEHIND = " ".join(_AROUND.behind)
_FEW_WORDS = 4
_AGAIN = re.compile(r"(.{2,}?)(?:[\s,!、]*\1)+")


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
        for word in route.private_words:
            self.private.setdefault(_said(word), route)
        self.openings.update((typed(word), route) for word in route.openings)
        self.tags.update(dict.fromkeys(route.tags, route))
        if route.hears:
            self.hearing.append((route, tuple(sorted(map(typed, words), key=len, reverse=True))))

    @cached_property
    def _marked(self) -> tuple[str, ...]:
        return tuple(self.tags)

    def standing(self, token: str) -> Press | None:
        """What a button does that has no row: its token names the action."""
        route = self.presses.get(token.partition(":")[0]) if ":" in token else None
        return route if route is not None and route.standing else None

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
        if opened := headed(text):
            route = self.openings.get(opened[0]) or self.tags.get(opened[0])
            return Match(route, opened[1]) if route and opened[1] else None
        word, colon, _ = typed(text[:40]).partition(":")
        route = self.openings.get(word.strip()) if colon else None
        words = after(text, len(word) + 1).strip() if route else ""
        return Match(route, words) if route and words else None

    def _word(self, text: str, incoming: Incoming) -> Match | None:
        private = incoming.chat.kind is ChatKind.PRIVATE
        said = bare(text).lstrip("/#")
        route = self._said(said, private=private)
        if route and not route.hears and (incoming.reply_to or not route.reply):
            return Match(route, "", by_word=True)
        if private and (asked := self.private.get(said.rstrip("?")) or self._shown(said)):
            return Match(asked, "", only=not asked.stays and _is_asking(said))
        return self._remark(_remark(text, incoming))

    def _said(self, said: str, *, private: bool) -> Command | None:
        if route := self.words.get(said):
            return route
        again = _AGAIN.fullmatch(said)
        behind = (again[1] if again else said).removesuffix("+1").rstrip(_BEHIND)
        before = _BEFORE.match(behind)
        done = self.words.get(behind) or self.words.get(behind[before.end() if before else 0 :].lstrip())
        return done if done and (done.stays or private) else None

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
