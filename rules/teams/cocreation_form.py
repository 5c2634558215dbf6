"""The form of a co-creation brief: it asks for no form, length or tool of an answer."""

from rules.occasion import Occasion
from rules.programme.trust import TrustStep
from rules.reading import form_fields, forms
from rules.reading.form_fields import Field, Form, Shape, Vocabulary
from rules.reading.forms import Filled
from rules.teams.cocreation import CocreationPlan

FORM: Form = (
    Field("title", Shape.LINE, required=True, least=2, most=40),
    Field("problem", Shape.TEXT, required=True, least=4, most=900),
    Field("why", Shape.TEXT, required=True, least=4, most=600),
    Field("deadline", Shape.MOMENT, required=True),
    Field("prize", Shape.NUMBER, required=True, least=0, most=5_000),
    Field("trust", Shape.CHOICE, choices=tuple(TrustStep), default=TrustStep.BASE.value),
)


def read(text: str, vocabulary: Vocabulary, occasion: Occasion, before: str = "") -> Filled:
    """The form as written, with what is wrong in it."""
    return forms.read(FORM, text, vocabulary, occasion, before)


def text_of(plan: CocreationPlan, vocabulary: Vocabulary) -> str:
    """The form filled in with what a brief asks, without its deadline."""
    written = {
        "title": plan.title,
        "problem": plan.problem,
        "why": plan.why,
        "prize": str(plan.prize),
        "trust": form_fields.shown(vocabulary.choices["trust"], plan.trust),
    }
    return forms.plain_text(FORM, written, vocabulary)


def plan_of(filled: Filled) -> CocreationPlan:
    """The brief that a form without mistakes describes."""
    return CocreationPlan(
        title=filled.words("title"),
        problem=filled.words("problem"),
        why=filled.words("why"),
        deadline=filled.number("deadline"),
        prize=filled.number("prize"),
        trust=TrustStep(filled.words("trust")),
    )
