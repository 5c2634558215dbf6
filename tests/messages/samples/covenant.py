"""What the covenant's messages speak about."""

from handlers.fairness.covenant import Agreed, CovenantText
from handlers.ways_out import Several
from rules.programme.covenant import Clause
from rules.refusals import Meeting, MembersOnly

CITY = Meeting("星途车友会", "https://t.me/startrail")

SAMPLES: dict[str, object] = {
    "covenant/text": CovenantText(2, (Clause("真诚分享", "说自己用过的 <真话>。"),), agreed=False),
    "covenant/several": Several(("林晓", "周舟", "何川 <b>")),
    "covenant/agreed": Agreed("林晓"),
    "covenant/welcome": Agreed("林晓"),
    "refusals/members_only": MembersOnly((CITY, Meeting("核心<b>群", ""))),
}
MORE: dict[str, object] = {
    "covenant/agreed · something goes on": Agreed("林晓", going_on=1),
    "covenant/agreed · too late for it": Agreed("林晓", too_late=1),
    "covenant/agreed · a newer version": Agreed("林晓", renewed=True),
    "covenant/welcome · a newer version": Agreed("林晓", renewed=True),
    "covenant/welcome · a newer version, in no group": Agreed("林晓", groups=(CITY,), outside=True, renewed=True),
    "covenant/agreed · who is in no group": Agreed("林晓", outside=True),
    "covenant/welcome · who is in no group": Agreed("林晓", groups=(CITY,), outside=True),
    "covenant/welcome · who is asked about a mentor": Agreed("林晓", mentor=True),
    "covenant/welcome · one of the team": Agreed("莫莫", team=True),
    "covenant/text · the usual one, agreed to": CovenantText(1, (), agreed=True),
    "covenant/several · very many": Several(tuple(f"车友{nth}" for nth in range(1, 91))),
}
LABELS: dict[str, object] = {"covenant/open_group": CITY}
