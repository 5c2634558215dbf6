"""Who has agreed to the covenant in force."""

import pytest

from rules.fairness.covenant import require_covenant
from rules.people import Member
from rules.refusals import CovenantFirst


def test_who_agreed_to_an_older_version_reads_the_new_one_first() -> None:
    member = Member(1, 101, "林晓", None, "zh", 0, covenant_version=2)
    require_covenant(member, 1)
    require_covenant(member, 2)
    with pytest.raises(CovenantFirst) as told:
        require_covenant(member, 3)
    assert told.value.version == 3
