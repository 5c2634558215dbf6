"""What the messages about the trust ladder speak about."""

from actions.trust import Trusted
from rules.trust import TrustStep

TRUSTED = Trusted("林晓", TrustStep.FRAMEWORK, TrustStep.BASE, "三份作品都很扎实")
SAMPLES: dict[str, object] = {"trust/set": TRUSTED, "trust/told": TRUSTED}
