"""What the week's digest of order speaks about."""

from actions.fairness.order_digest import OrderDigest, Published
from rules.fairness.sanction import Grade
from tests.messages.samples.sanction import AT, KIND, OWN

SAMPLES: dict[str, object] = {
    "order_digest/week": OrderDigest(
        (
            Published("林*", Grade.MUTE, 7_200, KIND),
            Published("许*", Grade.MUTE, 7_200, KIND, AT),
            Published("周*", Grade.WARNING, 0, OWN),
        ),
        (Published("何*", Grade.SUSPENSION, 86_400, KIND),),
        (Published("陈*", Grade.SUSPENSION, 7 * 86_400, KIND, AT + 86_400),),
    ),
}
