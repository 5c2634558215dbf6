"""What the covenant's messages speak about."""

from handlers.fairness.covenant import Agreed, CovenantText
from rules.programme.covenant import Clause

SAMPLES: dict[str, object] = {
    "covenant/text": CovenantText(2, (Clause("真诚分享", "说自己用过的 <真话>。"),), agreed=False),
    "covenant/agreed": Agreed("林晓"),
    "covenant/welcome": Agreed("林晓"),
}
