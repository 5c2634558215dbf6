"""What the operators' monthly report speaks about."""

from actions.operations.monthly_wished import Counting
from rules.money import Money
from rules.operations.monthly import (
    Figures,
    MonthBeforeUs,
    MonthlyReport,
    MonthNotOver,
    NoSuchMonth,
    Paid,
    Scarce,
    Sought,
    ToDo,
    Waiting,
    Wished,
    shares,
)
from rules.values import replace

NOVEMBER = Figures(
    asked=46,
    replied=43,
    in_a_day=39,
    first_answer_s=2_400,
    helpers=21,
    helps=130,
    top_helps=72,
    carriers=6,
    came=12,
    stayed=7,
    works_due=20,
    in_time=18,
    on_sprout=9,
    on_active=6,
    on_mature=2,
    on_alumni=1,
    issued=2_360,
    redeemed=840,
    outstanding=12_400,
    scarce=3,
    wishes=5,
    sought=12,
)
OCTOBER = replace(
    NOVEMBER,
    asked=52,
    in_a_day=39,
    replied=50,
    first_answer_s=7_500,
    helpers=21,
    top_helps=60,
    came=9,
    works_due=17,
    in_time=16,
    on_sprout=7,
    issued=2_710,
    outstanding=10_900,
    scarce=1,
    wishes=8,
    sought=None,
)
NOTHING = Figures(
    asked=0,
    replied=0,
    in_a_day=0,
    first_answer_s=None,
    helpers=0,
    helps=0,
    top_helps=0,
    carriers=0,
    came=0,
    stayed=0,
    works_due=0,
    in_time=0,
    on_sprout=0,
    on_active=0,
    on_mature=0,
    on_alumni=0,
    issued=0,
    redeemed=0,
    outstanding=0,
    scarce=0,
    wishes=0,
    sought=0,
)
TO_DO = ToDo(
    (Waiting(12, "胎压 <报警> 怎么消", "https://t.me/c/1/20"), Waiting(15, "冬天充电慢", None)),
    (Scarce(3, "车载 <冰箱>", 0, 0), Scarce(9, "车模", 1, 0), Scarce(5, "保温杯", 4, 6)),
    (Wished(3, "车载 <冰箱>", 4), Wished(9, "车模", 1)),
    (Sought("蓝牙钥匙", 4), Sought("拖车钩", 2)),
)


def of(this: Figures, before: Figures | None, to_do: ToDo | None) -> MonthlyReport:
    """The report of November."""
    return MonthlyReport(
        year=2026,
        number=11,
        month_before=10,
        this=this,
        before=before,
        shares=shares(this),
        shares_before=shares(before) if before else None,
        helped_most=("周<b>舟", "林晓", "何川"),
        paid=(Paid("checkin", 900), Paid("answer_accepted", 645), Paid("thanks", 320)),
        hundred=Money(500, "CNY"),
        worth=Money(62_000, "CNY"),
        worth_before=Money(54_500, "CNY"),
        stay_days=14,
        stock_days=30,
        to_do=to_do,
    )


REPORT = of(NOVEMBER, OCTOBER, TO_DO)
ONE = replace(
    NOVEMBER,
    asked=1,
    replied=1,
    in_a_day=1,
    first_answer_s=30,
    helpers=1,
    helps=1,
    top_helps=1,
    carriers=1,
    came=1,
    stayed=1,
    works_due=1,
    in_time=1,
    scarce=0,
    wishes=0,
    sought=1,
)
FIRST = replace(
    of(ONE, None, ToDo()),
    hundred=None,
    worth=None,
    worth_before=None,
    helped_most=("林晓",),
    paid=(Paid("checkin", 2),),
)
EMPTY = replace(of(NOTHING, OCTOBER, ToDo()), helped_most=(), paid=(), worth=None, hundred=None)
LONG_AGO = of(
    replace(NOVEMBER, first_answer_s=200_000, outstanding=None, scarce=None, wishes=None, sought=None),
    replace(OCTOBER, first_answer_s=None, in_a_day=0, asked=0, replied=0),
    None,
)
BY_TWO = replace(
    of(replace(NOVEMBER, helpers=2, helps=5, top_helps=5, carriers=2), NOVEMBER, ToDo()), helped_most=("周舟", "林晓")
)

SAMPLES: dict[str, object] = {
    "monthly/report": REPORT,
    "monthly/counting": Counting(2026, 11),
    "refusals/no_such_month": NoSuchMonth("那<个>月"),
    "refusals/month_not_over": MonthNotOver(2026, 11),
    "refusals/month_before_us": MonthBeforeUs(2025, 3),
}
MORE: dict[str, object] = {
    "monthly/report · all help by two, as many answered as before": BY_TWO,
    "monthly/report · the first month, one of each": FIRST,
    "monthly/report · nothing happened": EMPTY,
    "monthly/report · nothing happened in the first month": replace(EMPTY, before=None, shares_before=None),
    "monthly/report · so far": replace(REPORT, before=None, shares_before=None, so_far=True),
    "monthly/report · nothing happened so far": replace(EMPTY, before=None, shares_before=None, so_far=True),
    "monthly/report · a month long over": LONG_AGO,
    "monthly/report · told, with what was to do": replace(
        of(NOVEMBER, replace(OCTOBER, helps=130, helpers=20), None), worth_before=None
    ),
}

LABELS: dict[str, object] = {"monthly/restock": Scarce(5, "保温杯", 4, 6)}
