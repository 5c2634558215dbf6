"""What making and changing a reward have in common: the words of its form, its picture, and the preview."""

from msgspec import Struct

from actions.shop import reward as actions
from handlers.call import Call
from handlers.effects import Effects, Keyboard, Reply, Show
from messages.vocabulary import vocabulary
from rules.programme.programme import Programme
from rules.reading import numbers
from rules.reading.amending import Overtaken
from rules.reading.form_fields import Vocabulary
from rules.reading.visible import shortened
from rules.shop import reward_form
from rules.shop.reward import NoSuchReward, Reward, RewardNumberNeeded, Terms
from storage.engine.tx import Tx


class RewardPreview(Struct, frozen=True):
    """A reward as it will stand on the shelf; `editing` is the number of one that stands there already.

    `overtaken` are the lines that others changed while the form was open.
    """

    terms: Terms
    layer: str
    level: str | None
    stock: int
    editing: int | None
    overtaken: tuple[Overtaken, ...]


def words_of(call: Call) -> Vocabulary:
    """What the caller may call fields and choices."""
    locale = call.member.locale
    return reward_form.with_titles(vocabulary("reward", locale), call.occasion.programme, locale)


def picture_of(call: Call) -> str | None:
    """The picture that came with the message."""
    media = call.message.media if call.message else None
    return media.file_id if media and media.kind == "photo" else None


def named(call: Call, tx: Tx, command: str) -> tuple[Reward, str]:
    """The reward whose number the command begins with, and what else was written.

    Raises RewardNumberNeeded, NoSuchReward.
    """
    _require_number(call, command)
    found = numbers.named(call.words)
    if found is None:
        raise NoSuchReward(shortened("".join(call.words.split()[:1]), 20))
    return actions.get(tx, found[0]), found[1].strip()


def alone(call: Call, tx: Tx, command: str) -> Reward:
    """The reward whose number the command is, and nothing else. Raises RewardNumberNeeded, NoSuchReward."""
    _require_number(call, command)
    if numbers.reference(call.words) is None:
        raise NoSuchReward(shortened(call.words.strip(), 20))
    return named(call, tx, command)[0]


def preview_of(
    terms: Terms,
    stock: int,
    programme: Programme,
    editing: int | None = None,
    overtaken: tuple[Overtaken, ...] = (),
) -> RewardPreview:
    """With the titles of its layer, and of the level it asks for if it asks for one."""
    layer = programme.shop.layer(terms.layer).title
    level = programme.levels.named(terms.level).title if terms.level else None
    return RewardPreview(terms, layer, level, stock, editing, overtaken)


def previewed(call: Call, shown: RewardPreview, rows: Keyboard) -> Effects:
    """The preview, with its picture if it has one."""
    picture = shown.terms.picture
    if picture:
        return Show((("photo", picture),), "reward/preview", shown, member=call.member.id, buttons=rows)
    return Reply("reward/preview", shown, buttons=rows)


def _require_number(call: Call, command: str) -> None:
    if not any(char.isdecimal() for char in call.words):
        raise RewardNumberNeeded(command)
