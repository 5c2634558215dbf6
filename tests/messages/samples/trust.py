"""What the messages about the trust ladder speak about."""

from actions.works.trust import Trusted
from rules.works.trust import TrustStep

TRUSTED = Trusted("林晓", TrustStep.FRAMEWORK, TrustStep.BASE, "三份作品都很扎实")
SAMPLES: dict[str, object] = {"trust/set": TRUSTED, "trust/told": TRUSTED}
MORE: dict[str, object] = {
    "trust/told · open challenges": Trusted("林晓", TrustStep.OPEN, TrustStep.FRAMEWORK, "方案写得清楚"),
    "trust/told · themes, after open ones": Trusted("林晓", TrustStep.FRAMEWORK, TrustStep.OPEN, "先把手头的做完"),
    "trust/told · steps to follow alone": Trusted("林晓", TrustStep.BASE, TrustStep.FRAMEWORK, "先把手头的做完"),
}
