"""What the week's digest of order speaks about."""

from actions.fairness.order_digest import OrderDigest, Published
from rules.fairness.sanction import Grade
from tests.messages.samples.sanction import KIND, OWN

SAMPLES: dict[str, object] = {
    "order_digest/week": OrderDigest(
        (Published("林*", Grade.MUTE, 7_200, KIND), Published("周*", Grade.WARNING, 0, OWN)),
        (Published("何*", Grade.SUSPENSION, 86_400, KIND),),
    ),
}
