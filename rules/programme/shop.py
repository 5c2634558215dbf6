"""The shop: its layers, and the numbers a brand may change."""

from dataclasses import dataclass

from rules.money import DIGITS
from rules.programme.faults import require
from rules.programme.wording import Wording


@dataclass(frozen=True)
class Layer:
    """A layer of the shop: `key` in forms and storage, `title` as shown. Levels open it, by a privilege."""

    key: str
    title: Wording


@dataclass(frozen=True)
class Shop:
    """The `[shop]` section: layers from the easiest to the highest, what rewards cost the brand in, when few are left."""

    layers: tuple[Layer, ...] = (
        Layer("entry", Wording(zh="入门好礼", en="Starter Gifts")),
        Layer("middle", Wording(zh="进阶好礼", en="Select Rewards")),
        Layer("ultimate", Wording(zh="至臻礼遇", en="Signature Collection")),
    )
    currency: str = "CNY"
    rewards_per_page: int = 5
    low_stock: int = 3

    def __post_init__(self) -> None:
        keys = [layer.key for layer in self.layers]
        require(
            (bool(keys) and len(set(keys)) == len(keys), "layers", "needs at least one, each with a key of its own"),
            *(
                (bool(getattr(layer, name).strip()), f"layers.{n}.{name}", "must not be empty")
                for n, layer in enumerate(self.layers)
                for name in ("key", "title")
            ),
            (self.currency in DIGITS, "currency", "is a code of ISO 4217, such as CNY or USD"),
            (self.low_stock >= 0, "low_stock", "must not be negative; 0 tells nobody"),
            (1 <= self.rewards_per_page <= 8, "rewards_per_page", "must be between 1 and 8"),
        )

    def layer(self, key: str) -> Layer:
        """The layer of that key; rewards of one that was taken from the configuration stand in the highest."""
        return next((layer for layer in self.layers if layer.key == key), self.layers[-1])
