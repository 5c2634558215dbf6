"""What is told at once and what waits for the one message of a day: every private message is one or the other, with a reason."""

import ast
from pathlib import Path

from rules.note import WANTED, Matter, Quiet

# Private messages that come at once, and what their reader waits for.
AT_ONCE = {
    "acceptance/withheld": "points wait for their consent",
    "card/cleared": "what others see of them is no longer what they wrote",
    "core/back": "the answer to their wish to come back",
    "core/goodbye": "they have just been let go from a group: they hear why",
    "core/link": "the link that they asked for",
    "core/no_link": "the link that they asked for can't be made",
    "core/not_now": "the answer to their wish to come back",
    "core/put_out": "they have just followed a link and are out again: they hear why",
    "grant/declined": "staff: what became of a proposal",
    "appeal/told": "the answer to their appeal",
    "broadcast/missed": "staff: what became of a broadcast",
    "ceremony/told_revoked": "an honour of theirs is gone from where everybody could see it",
    "cocreation/told_prize": "what became of their answer",
    "cocreation/told_back": "an honour of theirs is gone from where everybody could see it",
    "contact/answered": "the answer to what they asked",
    "contact/ended": "the end of what they asked",
    "event/changed": "they have a seat at what is at another time or place now",
    "event/speaker_changed": "they speak at what is at another time or place now",
    "event/speaker_away": "owners without a staff group: who was to speak is not there any more",
    "event/detail": "the seat that they have just taken in a group, with the place",
    "event/ended": "the end of what they waited for",
    "event/offered": "the seat that they waited for, which is kept for a while only",
    "event/soon": "they asked to be told an hour before",
    "event/told_removed": "the seat that they had is gone",
    "event/told_off": "they registered for what does not take place",
    "feedback/answered": "the answer to what they said",
    "feedback/told": "what becomes of what they said",
    "council/invited": "a question of the team to them alone, which they answer",
    "doctor/backup_failed": "owners: something broke",
    "doctor/clock_off": "owners without a staff group: something broke",
    "challenge/example": "the example of the challenge that they have just opened",
    "language/as_app": "the language that they have just left to their app",
    "language/chosen": "the language that they have just chosen",
    "look/answered": "the answer about the draft that they showed",
    "media_kit/handed": "the material of the challenge that they have just joined",
    "mentor/told": "the answer to their offer",
    "mentoring/found": "the mentor whom they asked for",
    "mentoring/told_begun": "what became of what they took on",
    "monthly/report": "the month in figures that they asked for, which takes a while to count",
    "missed/list": "owners without a staff group: what did not arrive",
    "missed/waits": "owners without a staff group: what matters and waits for its reader",
    "award/doubted": "owners without a staff group: which awards lack votes after a restore",
    "order/doubted": "owners without a staff group: what to look through after a restore",
    "idea/reworded": "owners without a staff group: what a public list shows reads otherwise now",
    "acceptance/edited": "owners without a staff group: what is found reads otherwise now",
    "note/day": "the one message itself",
    "order/code": "what they have just redeemed",
    "order/returned": "what becomes of their order",
    "order/sent": "what becomes of their order",
    "order/task": "staff: work they took on",
    "project/begun": "the team that they waited for is complete, and they begin",
    "project/detail": "the role that they have just taken in a group, with where the team talks",
    "project/told_paid": "their share of what the team was paid",
    "project/told_dissolved": "the team that they were in is no more",
    "plan/agreed": "the plan that they wrote holds",
    "plan/answered": "the answer to what they asked for",
    "plan/offered": "a plan for them to agree to, which they talk about",
    "plan/said": "the answer in a talk that they began",
    "portrait/": "what became of the photo that they have just agreed to show",
    "refusals/incident_for_owner": "owners: something broke",
    "roles/entrusted": "an office that begins now, with its commands",
    "roles/relieved": "an office that ends now",
    "resource/changed": "they were promised a piece at another place",
    "resource/granted": "the answer to what they applied for",
    "resource/handed": "the team says that it is in their hands",
    "resource/longer": "the answer to what they asked",
    "resource/not_longer": "the answer to what they asked",
    "resource/gone": "what became of what they applied for",
    "resource/told": "what became of what they applied for",
    "sanction/declined": "staff: what became of a proposal",
    "sanction/lifted": "the end of what was decided about them",
    "sanction/told": "what was decided about them, from now on: they hear it before anybody else",
    "setup/removed": "owners: the bot was taken out of a group",
    "setup/which_part": "an owner who has just put the bot into a group",
    "showcase/told_taken_out": "their work goes from where everybody could see it",
    "submission/": "the review of their work",
    "topic_moderator/entrusted": "an office that begins now, with what they can do",
    "want/back_in_stock": "they asked to be told of it",
}


# What it tells is named by whoever calls it.
NOTICES = Path("handlers/notices.py")


def _called(name: str) -> list[ast.Call]:
    paths = sorted({*Path("handlers").rglob("*.py"), *Path("bot").rglob("*.py")} - {NOTICES})
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    return [node for node in nodes if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name]


def _template(call: ast.Call, place: int) -> str:
    """The template that a call names, up to where it depends on what happened."""
    named = call.args[place]
    if isinstance(named, ast.JoinedStr):
        named = named.values[0]
    assert isinstance(named, ast.Constant) and isinstance(named.value, str), ast.dump(named)
    return named.value


def test_every_private_message_that_comes_at_once_has_a_reason() -> None:
    assert {_template(call, 1) for name in ("Tell", "to_staff") for call in _called(name)} == set(AT_ONCE)


def test_pictures_are_shown_to_a_member_only_as_an_answer() -> None:
    shown = [call for call in _called("Show") if any(word.arg == "member" for word in call.keywords)]
    to = [ast.unparse(word.value) for call in shown for word in call.keywords if word.arg == "member"]
    assert set(to) == {"call.member.id"}


def test_every_matter_is_in_the_handbook_and_somebody_notes_it() -> None:
    handbook = Path("docs/operators.zh-CN.md").read_text("utf-8")
    noted = {node.attr for path in Path("handlers").rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))
             if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "Matter"}  # fmt: skip
    assert noted == {matter.name for matter in Matter}
    for matter in Matter:
        row = next(line for line in handbook.splitlines() if line.startswith(f"| `{matter.value}`"))
        assert [cell.strip() == "有" for cell in row.split("|")[2:5]] == [matter in WANTED[level] for level in Quiet]


def test_a_quieter_level_brings_less_and_corrections_always_come() -> None:
    for level, quieter in zip(Quiet, list(Quiet)[1:], strict=False):
        assert WANTED[quieter] < WANTED[level]
    assert all(Matter.ACCOUNT in wanted for wanted in WANTED.values())
