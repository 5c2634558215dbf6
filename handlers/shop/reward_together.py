"""Several rewards put on the shelf by one message: one preview of all of them, one press. No feature of its own."""

from typing import Any

from msgspec import Struct

from actions import draft
from actions.shop import reward as actions
from actions.shop.reward import Shelved
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effects, Reply
from handlers.shop.reward_preview import RewardPreview, picture_of, preview_of, words_of
from rules.reading.forms import Filled
from rules.shop import reward_form, rewards_together
from rules.shop.reward import RewardKind
from rules.shop.rewards_together import Flawed
from storage.engine.tx import Tx


class TogetherPreview(Struct, frozen=True):
    """The rewards as they will stand on the shelf; a `picture` that came with them belongs to none of them."""

    rewards: tuple[RewardPreview, ...]
    picture: bool


class TogetherMistaken(Struct, frozen=True):
    """Which of so many can't be taken yet, and the message as it was written."""

    rewards: tuple[Flawed, ...]
    count: int
    text: str


class MadeTogether(Struct, frozen=True):
    """All of them, on the shelf."""

    rewards: tuple[Shelved, ...]


def several(call: Call, text: str) -> bool:
    """Whether the message is more than one reward."""
    return len(rewards_together.pieces(text, words_of(call), call.occasion.programme)) > 1


def looked_at(call: Call, text: str, data: dict[str, Any]) -> Effects:
    """The preview of all of them, or what is wrong with which. Raises TooManyTogether."""
    read = rewards_together.read(text, words_of(call), call.occasion)
    if any(one.mistakes for one in read):
        return _mistaken(call, read, text, data)
    previews = tuple(_preview(call, one) for one in read)
    data = {"text": text, "draft": data["draft"]}
    change = Button("reward/change", "reward.change_together", data, once=False, corrects="reward.together")
    rows = (
        (Button("reward/publish", "reward.publish_together", data, style="success"),),
        (change, Button("reward/drop", "reward.drop", {"draft": data["draft"]})),
    )
    return Reply("reward/together", TogetherPreview(previews, picture_of(call) is not None), buttons=rows)


def filled_in(call: Call, tx: Tx) -> Effects:
    """The whole message once more, or lines below the title of the one that they correct. Raises TooManyTogether."""
    before = call.data["text"]
    text = rewards_together.corrected(before, call.words, words_of(call), call.occasion.programme)
    if text is None:
        return Ask("reward.together", "reward/together_which", Filled(before), dict(call.data))
    return looked_at(call, text, dict(call.data))


def change(call: Call, tx: Tx) -> Effects:
    """Not quite: the message once more, as it was."""
    draft.require_open(tx, call.data["draft"])
    return Ask("reward.together", "reward/together_again", Filled(call.data["text"]), dict(call.data))


def publish(call: Call, tx: Tx) -> Effects:
    """Onto the shelf they go, all of them and once."""
    draft.require_open(tx, call.data["draft"])
    read = rewards_together.read(call.data["text"], words_of(call), call.occasion)
    if any(one.mistakes for one in read):
        return _mistaken(call, read, call.data["text"], dict(call.data))
    done = tuple(_make(call, tx, one) for one in read)
    draft.publish(tx, call.data["draft"], done[0].id, call.occasion)
    return Edit("reward/made_together", MadeTogether(done), buttons=[[_codes(one)] for one in done if _waits(one)])


def _preview(call: Call, filled: Filled) -> RewardPreview:
    stock = filled.number_or_none("stock") or 0
    return preview_of(reward_form.terms_of(filled, None), stock, call.occasion.programme)


def _make(call: Call, tx: Tx, filled: Filled) -> Shelved:
    stock = filled.number_or_none("stock") or 0
    return actions.make(tx, reward_form.terms_of(filled, None), stock, call.member, call.occasion)


def _mistaken(call: Call, read: tuple[Filled, ...], text: str, data: dict[str, Any]) -> Ask:
    flawed = rewards_together.flawed(read, words_of(call), call.occasion.programme)
    wrong = TogetherMistaken(flawed, len(read), text)
    return Ask("reward.together", "reward/together_wrong", wrong, {"text": text, "draft": data["draft"]})


def _waits(made: Shelved) -> bool:
    return made.terms.kind is RewardKind.CODE


def _codes(made: Shelved) -> Button:
    return Button("reward/codes_of", "reward.codes", {"reward": made.id}, outcome=made, once=False, style="primary")
