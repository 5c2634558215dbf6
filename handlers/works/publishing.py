"""What goes to the channel of a featured work: a reviewer sees it, and may word it, before it is published."""

from actions.works import showcase as actions
from handlers.call import Call
from handlers.effects import Ask, Button, Edit, Effects, Reply
from handlers.routes import REVIEWERS, Given, Press, Prompted
from handlers.works.desk import LASTS_S, card_again
from rules.showcase import Exhibit
from storage.engine.tx import Tx


def preview(call: Call, tx: Tx) -> Effects:
    """The card becomes the post as it would stand in the channel."""
    return _previewed(call, _seen(call, tx))


def back(call: Call, tx: Tx) -> Effects:
    """To the remarks again."""
    return card_again(tx, call.data["submission"], call.occasion)


def ask_caption(call: Call, tx: Tx) -> Effects:
    """Which words shall stand there?"""
    return _ask("showcase.caption", call, _seen(call, tx))


def caption_given(call: Call, tx: Tx) -> Effects:
    """They stand on the card now; nothing has been sent to the channel."""
    data, said = call.data, call.words.strip()
    if not said:
        return _ask("showcase.caption", call, _seen(call, tx))
    shown = actions.draft(tx, data["submission"], data["version"], said, call.member, call.occasion)
    return [Reply("showcase/drafted", shown), _previewed(call, shown)]


def plain(call: Call, tx: Tx) -> Effects:
    """The work's own words after all."""
    data = call.data
    shown = actions.draft(tx, data["submission"], data["version"], None, call.member, call.occasion)
    return _previewed(call, shown)


def _seen(call: Call, tx: Tx) -> Exhibit:
    data = call.data
    return actions.preview(tx, data["submission"], data["version"], call.member, call.occasion)


def _ask(prompt: str, call: Call, shown: Exhibit) -> Ask:
    return Ask(prompt, "showcase/ask_words", shown, dict(call.data))


def _previewed(call: Call, shown: Exhibit) -> Edit:
    """What is final stands neither where the preview was asked for nor where words are written."""
    data = {"submission": shown.id, "version": call.data["version"]}
    plain = (_button("plain", data),) if shown.caption is not None else ()
    publish = Button(
        "showcase/publish", "review.feature", data, anyone=True, once=False, lasts_s=LASTS_S, style="success"
    )
    rows = ((publish,), (_button("write", data), *plain), (_button("back", data),))
    return Edit("showcase/preview", shown, buttons=rows, keep=f"review:{shown.id}")


def _button(key: str, data: dict[str, int]) -> Button:
    return Button(f"showcase/{key}", f"showcase.{key}", data, anyone=True, once=False, lasts_s=LASTS_S)


ROUTES = (
    Press("showcase.preview", preview, who=REVIEWERS),
    Press("showcase.back", back, who=REVIEWERS),
    Press("showcase.write", ask_caption, who=REVIEWERS),
    Prompted("showcase.caption", caption_given, Given.PREVIEWED, who=REVIEWERS, even_empty=True),
    Press("showcase.plain", plain, who=REVIEWERS),
)
