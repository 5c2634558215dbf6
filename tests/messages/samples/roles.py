"""What the messages about roles speak about."""

from actions.operations.roles import Appointed, Dismissed, MayNotAppoint, Owned, RoleHeldAlready, RoleNotHeld
from handlers.operations.roles import Everybody, Holders, LeftTheStaff, UnknownRole, WhichRole
from rules.people import Role

SAMPLES: dict[str, object] = {
    "roles/appointed": Appointed("周舟", Role.MODERATOR, "品牌主理人"),
    "roles/entrusted": Appointed("周舟", Role.MODERATOR, "品牌主理人"),
    "roles/dismissed": Dismissed("周舟", Role.MENTOR, "品牌主理人"),
    "roles/relieved": Dismissed("周舟", Role.MENTOR, "品牌主理人"),
    "roles/which_to_appoint": WhichRole("周舟", (Role.MENTOR, Role.COUNCIL)),
    "roles/which_to_dismiss": WhichRole("周舟", (Role.MENTOR,)),
    "roles/everybody": Everybody((Holders(Role.OWNER, ("品牌主理人",)), Holders(Role.REVIEWER, ("瑞秋", "<b>")))),
    "refusals/may_not_appoint": MayNotAppoint(Role.OPERATOR),
    "refusals/role_held_already": RoleHeldAlready("周舟", Role.MENTOR),
    "refusals/role_not_held": RoleNotHeld("周舟", Role.MENTOR),
    "refusals/unknown_role": UnknownRole("大将军", (Role.MODERATOR, Role.REVIEWER)),
    "roles/left": LeftTheStaff("周舟", "zhou", (Role.MODERATOR, Role.REVIEWER)),
    "roles/claimed": Owned("品牌主理人"),
}
MORE: dict[str, object] = {
    "roles/appointed · one who never started": Appointed("周舟", Role.MODERATOR, "品牌主理人", reachable=False),
    "roles/dismissed · one who never started": Dismissed("周舟", Role.MENTOR, "品牌主理人", reachable=False),
    "roles/entrusted · a mentor": Appointed("周舟", Role.MENTOR, "品牌主理人"),
    "roles/which_to_appoint · no role yet": WhichRole("周舟", ()),
    "roles/entrusted · the council": Appointed("周舟", Role.COUNCIL, "品牌主理人"),
    "roles/dismissed · announcements are planned": Dismissed("周舟", Role.OPERATOR, "品牌主理人", planned=2),
    "roles/dismissed · challenges are in line": Dismissed("周舟", Role.MODERATOR, "品牌主理人", line=3),
    "roles/dismissed · both": Dismissed("周舟", Role.OPERATOR, "品牌主理人", planned=2, line=1),
    "roles/dismissed · still in the staff group": Dismissed("周舟", Role.MODERATOR, "品牌主理人", reads=True),
    "roles/left · without a @name": LeftTheStaff("周舟", None, (Role.MODERATOR,)),
    "roles/which_to_dismiss · no role": WhichRole("周舟", ()),
}
