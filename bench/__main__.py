"""`python -m bench [--long] [name ...]`: every figure, or those of the named modules."""

import importlib
import sys

from bench.figures import show

MODULES = (
    "throughput",
    "rush",
    "crowd",
    "backlog",
    "latency",
    "start",
    "boards",
    "conditions",
    "letters",
    "monthly",
    "engines",
    "quiet",
    "sprouts",
    "season",
    "moderators",
)


def main(arguments: list[str]) -> int:
    """Run the named modules (default all); 1 when a target was missed."""
    long = "--long" in arguments
    names = [argument for argument in arguments if not argument.startswith("-")] or list(MODULES)
    missed = 0
    for name in names:
        module = importlib.import_module(f"bench.{name}")
        figures = list(module.run(long=long))
        show(f"bench {name}", figures)
        missed += sum(figure.met is False for figure in figures)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
