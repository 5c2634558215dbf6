"""Every scheduled post can be switched, and read about."""

from dataclasses import fields

import pytest

from handlers import jobs
from messages.renderer import Speech
from rules.programme.programme import LOCALES
from rules.programme.schedule import Schedule


def test_every_job_has_times_in_the_configuration() -> None:
    assert {job.name for job in jobs()} <= {field.name for field in fields(Schedule)}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_job_has_a_name_that_people_read(locale: str) -> None:
    labels = Speech("Asia/Shanghai", "x")._labels[locale]
    named = {label.removeprefix("schedule/") for label in labels if label.startswith("schedule/")}
    assert named == {field.name for field in fields(Schedule)}, f"see messages/{locale}/schedule/labels.toml"
