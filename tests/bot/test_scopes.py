"""What comes in the evening comes once in each time zone, whichever groups are there and wherever they move."""

from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.flow.schedule import Schedule
from bot.flow.times import Times
from bot.letters.compose import Composer
from bot.start.app import identity_of
from handlers.effects import Effects, Post
from handlers.routes import Job, JobCall, Scope
from rules.people import Part
from rules.programme.programme import Programme
from rules.reading.zones import number_of
from rules.values import replace
from storage import facts, groups
from storage.engine.tx import Tx
from tests.stage import Stage

TOLD = "told"
ANGELES, TOKYO, BERLIN, SHANGHAI = "America/Los_Angeles", "Asia/Tokyo", "Europe/Berlin", "Asia/Shanghai"


class Evenings:
    """A brand whose groups are in several zones, and what its evening job has done: zone and period."""

    def __init__(self, stage: Stage, brand: str = SHANGHAI) -> None:
        self.stage, self.home = stage, stage.community().id
        self.brand(brand)

    def brand(self, zone: str) -> None:
        programme = Programme()
        identity = identity_of(replace(programme, brand=replace(programme.brand, timezone=zone)), "kocbot")
        jobs = (Job("digest", self._tell, Scope.ZONE, cron="30 20 * * *", late_s=3 * 86_400),)
        identity = replace(identity, jobs=jobs)
        self.schedule = Schedule(identity, Composer(identity))

    def _tell(self, call: JobCall, tx: Tx) -> Effects:
        facts.put(tx, TOLD, f"{facts.get(tx, TOLD) or ''} {call.occasion.zone}={call.period}")
        return Post(self.home, "checkin/milestones")

    def days(self, zone: str) -> list[str]:
        """The days whose evening was told there, as often as it was."""
        told = (self.stage.do(lambda tx: facts.get(tx, TOLD)) or "").split()
        return [one.partition("=")[2][:10] for one in told if one.startswith(f"{zone}=")]

    def group(self, zone: str) -> int:
        chat = self.stage.world.group(zone, people=[self.stage.lin], bot="administrator")
        self.stage.world.updates.clear()
        now = int(self.stage.clock.now())
        self.stage.do(lambda tx: groups.activate(tx, chat.id, zone, Part.COMMUNITY, zone, "zh", now))
        found = self.stage.do(lambda tx: groups.by_chat(tx, chat.id))
        assert found
        return found.id

    def moves(self, group: int, zone: str) -> None:
        self.stage.do(lambda tx: groups.set_timezone(tx, group, zone))

    def until(self, when: str, zone: str) -> None:
        """Tick by tick until then."""
        end = datetime.fromisoformat(when).replace(tzinfo=ZoneInfo(zone)).timestamp()
        while self.stage.clock.now() < end:
            self.stage.clock.advance(900)
            self.stage.do(lambda tx: self.schedule.tick(tx, int(self.stage.clock.now())))


def test_no_two_time_zones_have_the_same_number() -> None:
    zones = available_timezones()
    numbers = {number_of(zone) for zone in zones}
    assert len(numbers) == len(zones) and max(numbers) < 0


@pytest.mark.parametrize("to", [ANGELES, BERLIN])
def test_a_group_that_moves_takes_no_evening_with_it_and_brings_none_again(stage: Stage, to: str) -> None:
    evenings = Evenings(stage)
    moving = evenings.group(TOKYO)
    evenings.group(ANGELES)
    evenings.group(BERLIN)
    evenings.until("2026-11-17T06:00", ANGELES)  # the evening of the 16th is over everywhere
    evenings.moves(moving, to)
    evenings.until("2026-11-18T23:00", ANGELES)
    for zone in (ANGELES, BERLIN):
        assert [day for day in evenings.days(zone) if day >= "2026-11-16"] == [
            "2026-11-16",
            "2026-11-17",
            "2026-11-18",
        ], zone


def test_a_brand_that_moves_has_the_evening_of_its_new_zone_too(stage: Stage) -> None:
    evenings = Evenings(stage)
    evenings.until("2026-11-16T22:00", SHANGHAI)
    evenings.brand(ANGELES)
    evenings.until("2026-11-16T22:00", ANGELES)
    assert evenings.days(ANGELES) == ["2026-11-16"]


@pytest.mark.parametrize(
    ("zone", "nights"),
    [(ANGELES, ("2026-11-01", "2027-03-14")), ("Australia/Sydney", ("2027-04-04", "2026-10-04"))],
)
@pytest.mark.parametrize("cron", ["30 1 * * *", "30 2 * * *", "0 2 * * *", "0 3 * * *"])
def test_in_a_night_in_which_the_clock_is_changed_a_job_runs_once(
    zone: str, nights: tuple[str, str], cron: str
) -> None:
    times = Times(cron, zone)
    for night in nights:
        begin = int(datetime.fromisoformat(f"{night}T00:00").replace(tzinfo=ZoneInfo(zone)).timestamp())
        end = int(datetime.fromisoformat(f"{night}T12:00").replace(tzinfo=ZoneInfo(zone)).timestamp())
        found, at = [], times.next(begin - 1)
        while at is not None and at < end:
            found.append(at)
            at = times.next(at)
        assert len(found) == 1, night
