"""The trust ladder: what a member may take on."""

from itertools import product

import pytest

from rules.works.trust import ORDER, TrustStep, TrustTooLow, require_trust


@pytest.mark.parametrize(("has", "needed"), list(product(TrustStep, TrustStep)))
def test_who_stands_as_high_as_needed_may_and_who_stands_lower_may_not(has: TrustStep, needed: TrustStep) -> None:
    order = [TrustStep.BASE, TrustStep.FRAMEWORK, TrustStep.OPEN]
    assert list(ORDER) == order
    if order.index(has) >= order.index(needed):
        require_trust(has, needed)
        return
    with pytest.raises(TrustTooLow) as told:
        require_trust(has, needed)
    assert (told.value.needed, told.value.has) == (needed, has)
