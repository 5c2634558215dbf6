"""The reception: one update in, the letters that answer it out. What it means is decided by routes and handlers."""

from msgspec import Struct

from bot.flow import anew
from bot.flow.albums import put_together
from bot.flow.answer import answer, answered
from bot.flow.asked import shown_below
from bot.flow.caller import call_of, group_of
from bot.flow.fading import faded
from bot.flow.held import act_of
from bot.flow.router import Router
from bot.identity import Identity
from bot.intake.incoming import Incoming, What, read
from bot.letters import menus
from bot.letters.compose import Composer
from handlers.call import Call, ChatKind, Sender
from handlers.effects import Effects, Stopped, flat
from handlers.journey.council_vote import poll_over
from handlers.operations.setup import farewell
from handlers.refused import over, refused
from rules.occasion import Moment, Occasion
from rules.refusals import CovenantFirst, Refusal, TooFast
from rules.values import spread
from storage import groups, outcomes, rights, tags
from storage.engine.tx import Tx
from storage.packing import NUL, storable, unpacked
from storage.post import dialogues, floods, inbox, moves
from storage.post.bodies import DeleteMessage
from storage.post.letters import Letter

MINUTE_S = 60


class TooOften(Struct, frozen=True):
    """The member floods; `effects` say so once."""

    effects: Effects


class Reception:
    """Answers updates of one bot."""

    def __init__(self, identity: Identity, composer: Composer) -> None:
        self.identity = identity
        self.router = Router(identity.routes, identity.programme.words)
        self.composer = composer

    def read(self, body: str, rows: tuple[int, ...] = ()) -> Incoming:
        """The update that stands in the inbox in those rows."""
        update = storable(unpacked(body)) if NUL in body else unpacked(body)
        return read(update, self.identity.username, rows)

    def letters(self, tx: Tx, incoming: Incoming, moment: Moment) -> list[Letter]:
        """What is to be said about it. Raises the Refusal whose writing must be undone first."""
        incoming = put_together(tx, incoming, moment)
        if incoming.what is What.OTHER:
            group_of(tx, incoming.chat)
            return []
        if incoming.what is What.TAGGED:
            assert incoming.person is not None
            tags.seen(tx, incoming.chat.id, incoming.person.telegram_id, incoming.tag)
            return []
        if incoming.what is What.PUT_OUT:
            assert incoming.message is not None
            return [Letter(incoming.chat.id, DeleteMessage(incoming.message.id))]
        if incoming.what is What.MIGRATED:
            assert incoming.new_chat_id is not None
            moves.migrate(tx, incoming.chat.id, incoming.new_chat_id)
            return menus.moved(tx, self.identity, incoming.new_chat_id)
        if incoming.what is What.POLL_OVER:
            return self._poll_over(tx, incoming, moment)
        if incoming.what is What.BOT_STATUS and incoming.chat.kind is not ChatKind.PRIVATE:
            rights.forget(tx, incoming.chat.id)
            if not incoming.present:
                return self.composer.posts(tx, farewell(tx, incoming.chat.id), moment.handled_at)
        if incoming.sender is not Sender.PERSON:
            return self._faceless(tx, incoming)
        call = self.call(tx, incoming, moment)
        return self._answered(tx, call, incoming) if call else []

    def refusal(self, tx: Tx, incoming: Incoming, refusal: Refusal, moment: Moment) -> list[Letter]:
        """The call once more, its consequences undone: it counts as a call, and its answer is the refusal's words."""
        incoming = put_together(tx, incoming, moment)
        call = self.call(tx, incoming, moment)
        assert call is not None
        incoming = anew.said_anew(call, incoming, tx)
        if self._addressed(incoming):
            self._flooding(tx, call)
        return self._refused(tx, call, incoming, refusal)

    def call(self, tx: Tx, incoming: Incoming, moment: Moment) -> Call | None:
        """Who calls, where and when; the caller is remembered."""
        return call_of(tx, incoming, self.identity.programme, moment, lambda: self._addressed(incoming))

    def _answered(self, tx: Tx, call: Call, incoming: Incoming) -> list[Letter]:
        incoming = anew.said_anew(call, incoming, tx)
        spoken_to = incoming.named and call.chat.group is not None
        if (spoken_to or self._addressed(incoming)) and (too_often := self._flooding(tx, call)):
            return self.composer.letters(tx, call, too_often.effects, incoming.query)
        untouched = tx.writes
        try:
            answer_ = answer(self.router, call, incoming, tx)
            effects = flat(answer_)
        except Refusal as refusal:
            if tx.writes != untouched:
                raise
            return self._refused(tx, call, incoming, refusal)
        if answer_ is None and tx.writes == untouched and _may_be_talk(call, incoming):
            floods.let_go(tx, call.member.id)
        if any(isinstance(effect, Stopped) for effect in effects):
            self._hold(tx, call, incoming)
        return self.composer.letters(tx, call, effects, incoming.query)

    def _hold(self, tx: Tx, call: Call, incoming: Incoming) -> None:
        """It waits for the covenant, under what it asks for and where."""
        inbox.stop(tx, incoming.updates, act_of(self.router, call, incoming, tx), incoming.chat.id)

    def _refused(self, tx: Tx, call: Call, incoming: Incoming, refusal: Refusal) -> list[Letter]:
        """The refusal's words, to the caller alone; a call that nobody needs to read goes."""
        _remember(tx, call, refusal)
        anew.refused(call, incoming, refusal, tx)
        if isinstance(refusal, CovenantFirst):
            self._hold(tx, call, incoming)
        told = self._told(tx, call, incoming, refusal)
        match = self.router.match(incoming) if incoming.what is What.MESSAGE else None
        return self.composer.letters(tx, call, [*flat(told), *faded(match, call, told, tx)], incoming.query)

    def _told(self, tx: Tx, call: Call, incoming: Incoming, refusal: Refusal) -> Effects:
        """A question that can't be answered any more is closed by what says so."""
        asked = answered(self.router, call, incoming, tx)
        if not refusal.over:
            return refused(refusal, self.router.ways_out, asked)
        if below := asked or shown_below(self.router, call, incoming, tx):
            dialogues.close(tx, below.id)
        return over(refusal, asked) if asked else refused(refusal, self.router.ways_out)

    def _addressed(self, incoming: Incoming) -> bool:
        """Whether the bot is called, rather than overhearing people's talk; by an album it is called once."""
        if incoming.what is What.MESSAGE:
            further = incoming.message is not None and incoming.message.further
            private = incoming.chat.kind is ChatKind.PRIVATE
            return (private and not further) or self.router.match(incoming) is not None
        return incoming.what is What.PRESS

    def _flooding(self, tx: Tx, call: Call) -> TooOften | None:
        """What to say to one who calls too often: words at first, then nothing."""
        occasion = call.occasion
        most = occasion.programme.limits.flood_per_minute
        times = floods.hit(tx, call.member.id, occasion.now // MINUTE_S)
        if times <= most:
            return None
        too_fast = TooFast(max(MINUTE_S - occasion.now % MINUTE_S - occasion.late_s, 1))
        return TooOften(refused(too_fast, self.router.ways_out) if times == most + 1 else None)

    def _poll_over(self, tx: Tx, incoming: Incoming, moment: Moment) -> list[Letter]:
        """A poll of ours takes no more answers: all that were given have been handled before."""
        assert incoming.vote is not None
        occasion = Occasion(moment.handled_at, self.identity.programme)
        return self.composer.posts(tx, poll_over(tx, incoming.vote, occasion), moment.handled_at)

    def _faceless(self, tx: Tx, incoming: Incoming) -> list[Letter]:
        """Anonymous admins are told to act as persons; channels and bots are never answered."""
        if incoming.sender is not Sender.ANONYMOUS_ADMIN or incoming.command not in self.router.commands:
            return []
        group = groups.by_chat(tx, incoming.chat.id)
        return self.composer.only_for_people(incoming, group) if group else []


def _may_be_talk(call: Call, incoming: Incoming) -> bool:
    """Whether words in a group that led to nothing were not meant for the bot, such as `#挑战不吃晚饭`."""
    return incoming.what is What.MESSAGE and call.chat.kind is not ChatKind.PRIVATE and incoming.command is None


def _remember(tx: Tx, call: Call, refusal: Refusal) -> None:
    """Note a refusal that guards a points rule, for the member's "why?"; what was rolled back can't note it."""
    if refusal.rule:
        frees_at = refusal.frees_at(call.occasion)
        outcomes.note(tx, call.member.id, call.occasion, refusal.rule, refusal.template, frees_at, spread(refusal))
