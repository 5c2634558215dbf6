"""What the messages about the trust ladder speak about."""

from actions.works.trust import Trusted
from rules.works.trust import TrustStep

TRUSTED = Trusted("林晓", TrustStep.FRAMEWORK, TrustStep.BASE, "三份作品都很扎实")
SAMPLES: dict[str, object] = {"trust/set": TRUSTED, "trust/told": TRUSTED}
