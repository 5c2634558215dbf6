"""Words that the team puts to a card by a reply, and what an edit of that reply means: of works and of first looks alike."""

from collections.abc import Callable, Collection

from msgspec import Struct

from actions.works import remark
from actions.works.remark import Now, Remarked
from handlers.call import Call
from handlers.cards import at, card_replied, words_replied
from handlers.effects import Effect, Effects, React, Whisper
from rules.markup import plain
from rules.occasion import Occasion
from rules.people import Member, Role
from rules.refusals import NotAllowed
from storage.engine.tx import Tx
from storage.post.said import SaidIn


class Remarks(Struct, frozen=True):
    """Which cards are meant by a reply, who may put words to them, what that does, and how the card is shown again.

    After an edit it is shown as `edited` says: in private a look stands below as well.
    """

    kind: Remarked
    number_of: Callable[[str], int | None]
    waits: Callable[[Tx, int], bool]
    who: Collection[Role]
    say: Callable[[Tx, int, str, Member, Occasion], None]
    reword: Callable[[Tx, int, SaidIn, str, Member, Occasion], Now]
    again: Callable[[Tx, int, Occasion], Effect]
    edited: Callable[[Call, Tx, int], Effects]

    def put(self, call: Call, tx: Tx) -> Effects:
        """A reply to a card that waits puts the sender's own words to what is composed there."""
        number = card_replied(call, tx, self.number_of)
        if number is None or call.message is None or not self.waits(tx, number):
            return None
        if not call.roles.intersection(self.who):
            raise NotAllowed
        words, left_out = words_replied(call)
        self.say(tx, number, words, call.member, call.occasion)
        remark.note(tx, self.kind, number, at(call), words, call.member, call.occasion)
        return [React("✍"), self.again(tx, number, call.occasion), *left_out]

    def changed(self, call: Call, tx: Tx) -> Effects:
        """The reply was edited: its words take the place of those that wait, or it is said that they went."""
        words = plain(call.message.marked) if call.message else ""
        before = remark.changed(tx, self.kind, at(call), words, call.member) if words else None
        if before is None:
            return None
        number = int(before.about)
        now = self.reword(tx, number, before, words, call.member, call.occasion)
        if now is Now.NOWHERE:
            return ()
        remark.note(tx, self.kind, number, at(call), words, call.member, call.occasion)
        return self.edited(call, tx, number) if now is Now.WAITING else Whisper("review/remark_late")
