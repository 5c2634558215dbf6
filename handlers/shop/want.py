"""What is sold out, and what nearly is: members who wait are told in the daytime, without a sound; staff restock."""

from msgspec import Struct

from actions.shop import want as actions
from actions.shop.want import FewLeft
from handlers.effects import Button, Effects, Post, Tell
from handlers.routes import Job, JobCall, Scope
from storage import groups
from storage.engine.tx import Tx

LATE_S = 3600


class FewLeftList(Struct, frozen=True):
    """Every reward of which few are left since the last such message."""

    rewards: tuple[FewLeft, ...]


def back_in_stock(call: JobCall, tx: Tx) -> Effects:
    """Each is told once; the button leads to the reward."""
    return [
        Tell(
            told.member,
            "want/back_in_stock",
            told.offer,
            ((Button("want/look", "shop.detail", {"reward": told.offer.id}, once=False),),),
            quiet=True,
        )
        for told in actions.back_in_stock(tx, call.occasion)
    ]


def few_left(call: JobCall, tx: Tx) -> Effects:
    """Staff hear once that few are left, and again after they have restocked."""
    staff = groups.staff(tx)
    found = actions.few_left(tx, call.occasion) if staff else []
    return Post(staff.id, "want/few_left", FewLeftList(tuple(found)), quiet=True) if staff and found else None


JOBS = (
    Job(
        "back_in_stock", back_in_stock, Scope.BRAND, cron="*/10 9-20 * * *", late_s=LATE_S, daytime=True, recalled=True
    ),
    Job("low_stock", few_left, Scope.BRAND, cron="5-55/10 9-20 * * *", late_s=LATE_S, recalled=True),
)
