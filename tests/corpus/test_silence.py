"""Ordinary talk, all of it, through the real flow: nothing is answered, recorded or paid."""

from storage.engine.copying import counted
from storage.engine.tx import Tx
from tests.corpus.test_meant import ABOUT, CHAT
from tests.stage import Stage

AT_ONCE = 400
# What is known of people and of who wrote which message, and what came in.
KNOWN = {"member", "membership", "talk", "message_author", "fact", "inbox", "button", "job_next"}


def recorded(tx: Tx) -> dict[str, int]:
    """How many rows each table has that holds what came of what people did."""
    return {name: rows for name, rows in counted(tx).items() if name not in KNOWN}


def test_a_community_that_talks_hears_nothing_from_the_bot(stage: Stage) -> None:
    told = [None, *(stage.zhou.say(stage.group, text) for text in (ABOUT["reply"], ABOUT["asked"]))]
    stage.play()
    before = stage.do(recorded)
    for first in range(0, len(CHAT), AT_ONCE):
        for nth, line in enumerate(CHAT[first : first + AT_ONCE]):
            (stage.lin, stage.he)[nth % 2].say(stage.group, line, reply_to=told[nth % len(told)])
        stage.play()
        stage.world.advance(60)
    assert stage.do(recorded) == before
    assert not any(stage.said(place) for place in (stage.group, stage.staff, stage.lin, stage.he, stage.zhou))
    assert not any(message.reactions for message in stage.world.messages(stage.group))
    assert not stage.whispers(stage.lin) + stage.whispers(stage.he)
