"""The renderer: what the phrasebook holds, said for one brand, by the clock of whoever reads it."""

from typing import Any
from zoneinfo import ZoneInfo

from messages.calendar import Scene, Telling
from messages.filters import rendered
from messages.phrasebook import Phrasebook, phrasebook
from rules.programme.wording import spoken


class Speech:
    """Everything the bot can say, in every locale, by the clock of whoever reads it, else by the brand's."""

    def __init__(self, timezone: str, brand: str, words: Phrasebook | None = None) -> None:
        self._zone = ZoneInfo(timezone)
        self._brand = brand
        self._words = words or phrasebook()
        self._unchanging: dict[tuple[str, str], str] = {}

    def render(self, locale: str, template: str, outcome: Any = None, scene: Scene | None = None) -> str:
        """The message `template` about `outcome`, as Telegram HTML, as it is said in that scene.

        One that speaks of nothing, to nobody in particular, is rendered once.
        """
        if outcome is not None or scene is not None:
            return self._rendered(locale, template, outcome, scene)
        key = (locale, template)
        if key not in self._unchanging:
            self._unchanging[key] = self._rendered(locale, template, None, None)
        return self._unchanging[key]

    def label(self, locale: str, label: str, outcome: Any = None) -> str:
        """The words on a button (`noun/key`) or a line of the command menu (`/command`): plain text."""
        return self._words.label(label, outcome, self._telling(locale))

    def _rendered(self, locale: str, template: str, outcome: Any, scene: Scene | None) -> str:
        return rendered(self._words.template(locale, template), outcome, self._telling(locale, scene))

    def _telling(self, locale: str, scene: Scene | None = None) -> Telling:
        return Telling(scene, locale, self._zone, spoken(self._brand, locale))
