"""A measured figure, and how a set of them is printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what was measured, its value with unit, and the target it is held against (met, missed or none)."""

    name: str
    value: str
    target: str = ""
    met: bool | None = None


def middle(values: Iterable[float]) -> float:
    """The median."""
    return median(list(values))


def spread(values: Iterable[float]) -> str:
    """The median, and the least and the greatest beside it."""
    ordered = sorted(values)
    return f"{median(ordered):.2f} ({ordered[0]:.2f} to {ordered[-1]:.2f}, {len(ordered)} rounds)"


def quantile(values: Iterable[float], part: float) -> float:
    """The value below which `part` of all lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def show(title: str, figures: Iterable[Figure]) -> None:
    """Print figures as a table."""
    table = Table(title=title, title_justify="left")
    for column in ("figure", "value", "target", ""):
        table.add_column(column)
    for figure in figures:
        mark = "" if figure.met is None else "met" if figure.met else "MISSED"
        table.add_row(figure.name, figure.value, figure.target, mark)
    Console(width=120).print(table)
