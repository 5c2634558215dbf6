"""Everything that waits or has an effect later, and what becomes of it when something happens to its people meanwhile.

The same for every row: a person is our number, never a name. Who is renamed, gives their @name to somebody or takes
another's changes nothing; a new account is somebody new, of whom nothing waits. Who comes back finds what still stands.
Who has blocked the bot is written to once they press start, while it matters (`rules/letters.py`). Whoever decides, the
thing is not their own: NotForYourself, whatever they have become since (tests/handlers/test_meanwhile.py plays it).
"""

from typing import NamedTuple


class Meanwhile(NamedTuple):
    """What becomes of it when whoever it is for `left` every group, is `suspended`, joins the `staff`, is `forgotten`;
    and when whoever of the team has made or proposed it, or has it in hand, is `dismissed`.
    """

    left: str
    suspended: str
    staff: str
    forgotten: str
    dismissed: str


STAYS = "stays theirs: it was earned, asked or ordered before"
WAITS = "waits; whoever confirms it reads why"
FREE = "ends at the next look of its job, and is free for another"
OUT = "ends, or counts nothing, when it is looked at"
PAUSED = "can do nothing with it until the end, and finds it then"
NOTHING = "changes nothing"
OTHER = "goes on; another of the team decides"
GOES = "its rows go, and old buttons are gone"
NAMELESS = "stays, by nobody's name"
ENDS = "ends with them"
HELD = "holds `/forgetme` back; by the owner's hand it ends"
BRAND = "goes on: it is the brand's"
LAPSES = "lapses: nobody agrees with one who is gone"
HEIR = "the dismisser's, or an owner's"
FREED = "is put back for others at once"

WAITING: dict[str, Meanwhile] = {
    # Points, sanctions, words to the team
    "staff_grant": Meanwhile("goes to whom it names", "goes to whom it names", OTHER, "is given to nobody", LAPSES),
    "grant_batch": Meanwhile("goes to whom it names", "goes to whom it names", OTHER, "is forfeit at once", LAPSES),
    "sanction": Meanwhile(
        "runs; asked for anew when they come back", "both run", "is carried out on no staff", HELD, LAPSES
    ),
    "appeal": Meanwhile(STAYS, STAYS, OTHER, HELD, "decided by another anyway"),
    "feedback": Meanwhile(STAYS, STAYS, "adopted by another", NAMELESS, BRAND),
    "contact": Meanwhile(STAYS, STAYS, OTHER, GOES, "anybody of the team answers"),
    "outcome": Meanwhile(STAYS, STAYS, NOTHING, GOES, NOTHING),
    # Questions and what is shown
    "acceptance": Meanwhile(
        "what waited for the covenant is paid, for it was accepted while they were here",
        "the same",
        NOTHING,
        NAMELESS,
        BRAND,
    ),
    "question": Meanwhile("no reminder; others accept", "may be answered", NOTHING, "is closed", BRAND),
    "picked": Meanwhile("featured it pays nothing", "featured it pays nothing", "featured by another", GOES, BRAND),
    "recheck": Meanwhile(STAYS, STAYS, NOTHING, NAMELESS, BRAND),
    "support": Meanwhile(STAYS, STAYS, NOTHING, NAMELESS, "another of the team ends it"),
    "topic": Meanwhile(NOTHING, NOTHING, NOTHING, "their ideas leave the list", BRAND),
    # Works
    "challenge": Meanwhile(
        "one of few places is free, unless something was handed in", PAUSED, NOTHING, NAMELESS, BRAND
    ),
    "submission": Meanwhile(STAYS, STAYS, OTHER, "is withdrawn", FREED),
    "look": Meanwhile(OUT, STAYS, OTHER, "is moot", FREED),
    "plan": Meanwhile(STAYS, PAUSED, "the team's side is another's", NAMELESS, "the brand keeps its word"),
    "plan_ask": Meanwhile(STAYS, STAYS, OTHER, NAMELESS, BRAND),
    "result_report": Meanwhile(STAYS, STAYS, OTHER, GOES, BRAND),
    "quiz": Meanwhile(NOTHING, NOTHING, NOTHING, NOTHING, BRAND),
    "quiz_attempt": Meanwhile("goes on once they are back", PAUSED, NOTHING, NAMELESS, BRAND),
    "quiz_batch": Meanwhile(NOTHING, NOTHING, NOTHING, NOTHING, "is taken in by nobody; another gives it anew"),
    "series_task": Meanwhile(NOTHING, NOTHING, NOTHING, NOTHING, HEIR),
    "trust_proposal": Meanwhile(WAITS, WAITS, OTHER, "is over, and its card says so", BRAND),
    "title_proposal": Meanwhile(WAITS, WAITS, OTHER, "is over, and its card says so", BRAND),
    # Shop
    "shop_order": Meanwhile(STAYS, STAYS, OTHER, HELD, FREED),
    "want": Meanwhile("nobody is told", "nobody is told", NOTHING, GOES, BRAND),
    "reward": Meanwhile(NOTHING, NOTHING, NOTHING, NAMELESS, BRAND),
    "code_batch": Meanwhile(NOTHING, NOTHING, NOTHING, NAMELESS, "is taken in by nobody; another gives it anew"),
    # Events, resources, teams
    "event": Meanwhile(NOTHING, NOTHING, NOTHING, NAMELESS, BRAND),
    "event_seat": Meanwhile(FREE, "stays, unless it lasts until the event begins", "ticked by another", HELD, BRAND),
    "resource": Meanwhile(NOTHING, NOTHING, NOTHING, NAMELESS, BRAND),
    "resource_application": Meanwhile(
        "ends, unless the thing is in their hands", WAITS, OTHER, "ends; what is out holds it back", BRAND
    ),
    "project": Meanwhile(
        "an open role is free; who delivered is paid",
        "is paid nothing meanwhile",
        "pays no team of theirs",
        FREE,
        BRAND,
    ),
    "cocreation": Meanwhile(STAYS, "a prize without points", "wins no prize", NAMELESS, BRAND),
    # Honour
    "award_round": Meanwhile(OUT, OUT, OUT, HELD, BRAND),
    "badge": Meanwhile(STAYS, STAYS, OTHER, GOES, BRAND),
    "promotion": Meanwhile("congratulated in private alone", STAYS, NOTHING, NAMELESS, NOTHING),
    "core_case": Meanwhile(OUT, OUT, OTHER, "is moot", BRAND),
    "core_invitation": Meanwhile(OUT, "its link is withdrawn, and offered anew afterwards", NOTHING, GOES, BRAND),
    "mentor": Meanwhile("is asked nothing", "is asked nothing", NOTHING, GOES, ENDS),
    "mentor_offer": Meanwhile(WAITS, WAITS, OTHER, "lapses", BRAND),
    "mentoring": Meanwhile("ends, or is free for another mentor", WAITS, OTHER, HELD, "is free for another mentor"),
    "topic_moderator": Meanwhile(ENDS, ENDS, NOTHING, GOES, ENDS),
    # Journey
    "stage": Meanwhile(STAYS, STAYS, "those of the team stand on none", GOES, BRAND),
    "stage_proposal": Meanwhile(WAITS, WAITS, "those of the team stand on none", GOES, BRAND),
    "checklist": Meanwhile(STAYS, STAYS, OTHER, GOES, "overdue it says that nobody sees to it"),
    "checklist_step": Meanwhile(STAYS, STAYS, OTHER, GOES, BRAND),
    "scouted": Meanwhile(STAYS, STAYS, NOTHING, GOES, BRAND),
    "scout_link": Meanwhile(STAYS, STAYS, NOTHING, GOES, BRAND),
    "council_invitation": Meanwhile(
        "is declined from anywhere, and taken up once they are back", PAUSED, NOTHING, GOES, BRAND
    ),
    "council_seat": Meanwhile(FREE, FREE, NOTHING, HELD, FREE),
    "council_proposal": Meanwhile(STAYS, STAYS, NOTHING, NAMELESS, BRAND),
    "council_vote": Meanwhile("does not count", "does not count", NOTHING, "does not count", "does not count"),
    "preference": Meanwhile("does not count", "does not count", "does not count", "does not count", BRAND),
    "preference_round": Meanwhile("does not count", "does not count", "does not count", "does not count", BRAND),
    "ballot": Meanwhile("does not count", "does not count", "does not count", "does not count", BRAND),
    # Post
    "broadcast": Meanwhile(NOTHING, NOTHING, NOTHING, HEIR, HEIR),
    "note": Meanwhile(
        "their own affairs alone", "is looked at again before it is told", NOTHING, GOES, "is looked at again"
    ),
    "dialogue": Meanwhile("answered once they are back", PAUSED, NOTHING, GOES, "is answered no more"),
    "button": Meanwhile("leads to what is open from outside", PAUSED, NOTHING, GOES, "is refused"),
    "outbox": Meanwhile(STAYS, STAYS, NOTHING, GOES, "an address that waits for them goes"),
    "inbox": Meanwhile("is asked anew when it is handled", PAUSED, NOTHING, GOES, "is refused"),
    "member": Meanwhile("the record stays", "both run", "is entrusted with nothing until it ends", HELD, NOTHING),
}

# They have a time or a state as well, and wait for nobody.
NOT_THEIRS = {
    "check_in": "what was done on a day",
    "group_right": "what the bot may do in a group",
    "job_next": "the bot's own times",
    "job_run": "the bot's own times",
    "membership": "whether somebody is there, and the tag that follows",
    "project_milestone": "a day of a project",
    "said_in": "what was said before, for edits",
    "unheard": "when nothing was heard",
}
