"""From effects to letters: words are rendered, buttons made, fall-backs prepared. Nothing is sent here."""

from bot.delivery.words import Crowded, Knocked
from bot.identity import Identity
from bot.intake.incoming import Incoming
from bot.letters import answers, door, edits, polls, posts, silences, tags
from bot.letters.cutting import bare, fits
from bot.letters.menus import menu_letter
from bot.letters.pen import Pen
from bot.letters.reader import Reader
from handlers.ahead import AHEAD
from handlers.call import Call, ChatKind
from handlers.confide import Await, Confide
from handlers.door import Admit, AtTheDoor, Invite, PutOut, TurnAway, Withdraw
from handlers.effects import (
    Ask,
    Delete,
    Document,
    Edit,
    Effect,
    Effects,
    Link,
    Menu,
    Note,
    Post,
    React,
    Reply,
    Show,
    Stopped,
    Tell,
    Toast,
    Whisper,
    flat,
)
from handlers.honour import core_door
from handlers.journey import scout_door
from handlers.operations.missed import report
from handlers.pinning import Hold, Unpin
from handlers.polls import ClosePoll, Poll
from handlers.standing import Silence, Tag
from handlers.ways_out import Several, Together, Waiting
from handlers.weighty import told_to_wait, unreached, waits
from rules.letters import Kind
from rules.occasion import Occasion
from rules.people import Group
from rules.refusals import OnlyForPeople
from rules.values import replace
from storage import groups, members
from storage.engine.tx import Tx
from storage.post.bodies import SendMessage, reply_to
from storage.post.letters import Letter

WRITE, LOOK = "welcome/write_in_private", "ahead/in_private"
GLANCED_LINES = 4


class Composer:
    """Turns what handlers answer into letters for the outbox."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity
        self._together = {route.template: route for route in identity.routes if isinstance(route, Together)}

    def letters(self, tx: Tx, call: Call, effects: Effects, query: str | None) -> list[Letter]:
        """The letters of an answered call. A press is always answered, if only with nothing to read."""
        pen = Pen(self._identity, tx, call, call.occasion.handled_at)
        found: list[Letter] = []
        effects = [*flat(effects), *unreached(call, tx, flat(effects))]
        if call.occasion.late_s > answers.ANSWERABLE_S:
            query = None  # nobody waits for the toast any more, its words are whispered
        for effect in effects:
            toast = self._toast(pen, call, effect, query) if query is not None else None
            if toast:
                query = None
                found.insert(0, toast)
            else:
                found.extend(self._letter(pen, call, effect))
        return [*self._elsewhere(pen, call, effects, query), *found]

    def _elsewhere(self, pen: Pen, call: Call, effects: list[Effect], query: str | None) -> list[Letter]:
        """Whoever is asked something in private by what they did in a group is told there where to write, or to look."""
        asked = [one for one in effects if isinstance(one, Ask)] if call.chat.kind is not ChatKind.PRIVATE else []
        where = LOOK if any(AHEAD in one.data for one in asked) else WRITE
        if query is not None:
            text = pen.text(Reader.caller(call), where, None) if asked else None
            return [answers.toast(query, text, alert=False)]
        if not asked or any(isinstance(effect, Toast | Whisper | Reply) for effect in effects):
            return []
        private = Link("welcome/open_private", f"https://t.me/{self._identity.username}")
        return [answers.whisper(pen, call, Whisper(where, None, ((private,),)))]

    def posts(self, tx: Tx, effects: Effects, now: int) -> list[Letter]:
        """The letters of a scheduled job: it posts, tells and shows, for nobody called."""
        pen = Pen(self._identity, tx, None, now)
        effects = [*flat(effects), *told_to_wait(tx, flat(effects))]
        return [letter for effect in effects for letter in self._unprompted(pen, effect)]

    def waits(self, tx: Tx, about: str, person: int, now: int) -> list[Letter]:
        """The letters that tell staff what waits for somebody (Telegram's id) who turned out not to be written to."""
        member = members.by_telegram_id(tx, person)
        return self.posts(tx, waits(tx, about, [member]), now) if member else []

    def missed(self, tx: Tx, now: int) -> list[Letter]:
        """The letters that tell staff what did not arrive, or may not have."""
        return self.posts(tx, report(tx), now)

    def crowd(self, tx: Tx, crowded: Crowded, now: int) -> list[Letter]:
        """The letter that tells several people at once what each of them waits for."""
        group = groups.by_chat(tx, crowded.chat_id)
        if group is None:
            return []
        template, _, about = crowded.gather.partition(" ")
        together = self._together[template]
        known = [members.by_telegram_id(tx, reader) for reader in crowded.readers]
        several = Several(tuple(dict.fromkeys(member.name for member in known if member)))
        occasion = Occasion(now, self._identity.programme, group=group.id, timezone=group.timezone)
        told, buttons = together.told(tx, Waiting(several, about, group, occasion))
        post = Post(group.id, together.template, told, buttons, topic=crowded.topic, fade_s=together.fade_s)
        return self.posts(tx, replace(post, kind=Kind.ANSWER), now)

    def door(self, tx: Tx, knocked: Knocked, now: int) -> list[Letter]:
        """The letters that follow from one about coming into a group."""
        told = knocked.letter, knocked.link, knocked.why, now, self._identity.programme
        return self.posts(tx, [*core_door.followed(tx, *told), *scout_door.followed(tx, *told)], now)

    def only_for_people(self, incoming: Incoming, group: Group) -> list[Letter]:
        """The hint for an anonymous admin, which disappears after a while."""
        text = self._identity.speech.render(group.locale, OnlyForPeople.template)
        said = SendMessage(text, reply_parameters=reply_to(incoming.message.id if incoming.message else None))
        return [Letter(incoming.chat.id, said, fade_s=60, kind=Kind.ANSWER)]

    def _toast(self, pen: Pen, call: Call, effect: Effect, query: str) -> Letter | None:
        """The answer to a press that `effect` makes, if it makes one."""
        if not isinstance(effect, Toast | Whisper) or (isinstance(effect, Whisper) and effect.buttons):
            return None
        text = pen.text(Reader.caller(call), effect.template, effect.outcome)
        if not (fits(text, answers.TOAST_LIMIT) and (isinstance(effect, Toast) or _at_a_glance(text))):
            return None
        alert = effect.alert if isinstance(effect, Toast) else len(bare(text)) > answers.TOAST_LIMIT // 4
        return answers.toast(query, text, alert=alert)

    def _letter(self, pen: Pen, call: Call, effect: Effect) -> list[Letter]:
        match effect:
            case Reply():
                return [answers.reply(pen, call, effect)]
            case Whisper():
                return [answers.whisper(pen, call, effect)]
            case Toast():
                return [answers.whisper(pen, call, Whisper(effect.template, effect.outcome))]
            case Edit():
                return edits.edit(pen, call, effect)
            case React():
                return answers.react(pen, call, effect)
            case Delete():
                return edits.delete(pen, call, effect)
            case Ask():
                return [answers.ask(pen, call, effect)]
            case Confide():
                return [answers.confide(pen, call, effect)]
            case Document():
                return [answers.document(pen, call, effect)]
            case Stopped() | Await():
                return []
            case Menu():
                scope = {"type": "chat", "chat_id": effect.chat_id}
                return [menu_letter(self._identity, effect.locale, effect.roles, scope)]
            case _:
                return self._unprompted(pen, effect)

    def _unprompted(self, pen: Pen, effect: Effect) -> list[Letter]:
        match effect:
            case Tell():
                return posts.tell(pen, effect)
            case Note():
                return posts.note(pen, effect)
            case Post():
                return [posts.post(pen, effect)]
            case Poll():
                return [polls.poll(pen, effect)]
            case ClosePoll():
                return polls.close(pen, effect)
            case Show():
                return posts.show(pen, effect)
            case Silence():
                return silences.silence(pen, effect)
            case Tag():
                return tags.tag(pen, effect)
            case Invite() | Withdraw() | Admit() | TurnAway() | PutOut() | AtTheDoor():
                return door.letters(pen, effect)
            case Edit(keep=str()):
                return edits.edit(pen, None, effect)
            case Delete(keep=str()):
                return edits.delete(pen, None, effect)
            case Hold() | Unpin():
                return edits.pinning(pen, effect)
        raise TypeError(f"{type(effect).__name__} needs a caller")


def _at_a_glance(html: str) -> bool:
    """Whether it is read at a glance and done with; a list, or what leads somewhere, stays to be read again."""
    return html.count("\n") < GLANCED_LINES and "<a " not in html
