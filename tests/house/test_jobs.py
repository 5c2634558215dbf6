"""Every scheduled post can be switched, and read about; its times and the brand's are told the same way."""

import pytest

from bot.flow.times import Times
from handlers import jobs
from handlers.routes import Job
from messages.phrasebook import phrasebook
from rules.programme.schedule import decent
from rules.programme.wording import LOCALES


def test_every_job_has_a_name_of_its_own() -> None:
    names = [job.name for job in jobs()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("job", jobs(), ids=lambda job: job.name)
def test_every_job_declares_times_that_a_brand_might_have_written(job: Job) -> None:
    assert Times(job.cron, "Asia/Shanghai").next(0)
    assert not any(char.isdigit() for char in job.cron.split()[4])
    assert not job.daytime or decent(job.cron)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_job_has_a_name_that_people_read(locale: str) -> None:
    labels = phrasebook().labels[locale]
    named = {label.removeprefix("schedule/") for label in labels if label.startswith("schedule/")}
    assert named == {job.name for job in jobs()}
