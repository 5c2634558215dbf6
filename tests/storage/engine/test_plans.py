"""What is asked with every message finds its rows by an index, however many members there are."""

import re
from contextlib import closing

from storage.engine.sqlite import Sqlite
from tests.storage.engine.test_statements import statements

# Modules of storage that are asked when somebody writes.
ON_THE_WAY = (
    *("members", "groups", "homes", "talk", "albums"),
    *("daily/checkins", "ledger/ledger", "ledger/tallies", "post/floods"),
)
SMALL = ("role", "chat_group", "(", "bystander")
FROM_END_TO_END = re.compile(r"SCAN (?!CONSTANT)(\S+)(?! USING)")
NEWEST = "ORDER BY id DESC LIMIT 1"  # the first row it meets is the one


def _asked_on_the_way() -> list[tuple[str, str]]:
    """Where and what; `each` is how audits and jobs read everything there is."""
    files = tuple(f"storage/{name}.py:" for name in ON_THE_WAY)
    return [(where, sql) for where, how, sql in statements() if where.startswith(files) and how != "each"]


def test_nothing_on_the_way_of_a_message_reads_a_table_from_end_to_end() -> None:
    asked, found = _asked_on_the_way(), []
    with closing(Sqlite(":memory:").open()) as connection:
        for where, sql in asked:
            names = set(re.findall(r":(\w+)", sql))
            values = dict.fromkeys(names, 1) if names else [1] * sql.count("?")
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
            read = [match[1] for line in plan if (match := FROM_END_TO_END.match(line))]
            found += [f"{where}: {sql}" for table in read if not table.startswith(SMALL) and NEWEST not in sql]
    assert len(asked) > 40
    assert not found, "\n".join(found)
