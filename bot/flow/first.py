"""What stands behind a command that asks for something, or was said in reply to a card, is the first answer to it."""

from bot.flow.ahead import ahead
from bot.flow.permit import permit
from bot.flow.router import Router
from handlers.call import Call
from handlers.effects import Ask, Effect, Effects, flat
from handlers.routes import Given
from rules.values import replace
from storage.engine.tx import Tx


def taken_first(router: Router, call: Call, effects: Effects, tx: Tx) -> Effects:
    """A question whose first answer came with the command is answered; what does not fit is asked for by its own handler."""
    found = flat(effects)
    if not any(isinstance(effect, Ask) and effect.first for effect in found):
        return effects
    taken: list[Effect] = []
    for effect in found:
        if isinstance(effect, Ask) and effect.first:
            route = router.prompts[effect.prompt]
            permit(route, call, tx)
            answering = replace(call, data=effect.data, words=effect.first, words_at=None)
            taken += ahead(route, answering, tx) if route.given is Given.AHEAD else flat(route.answer(answering, tx))
        else:
            taken.append(effect)
    return taken
