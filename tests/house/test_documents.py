"""The documents tell the truth: what exists is documented, what is documented exists, links lead somewhere."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.start.cli import cli
from bot.start.config import MACHINERY, Storage
from bot.start.exports import EXPORTED
from handlers import jobs, routes
from handlers.routes import ALL_STAFF, EVERYONE, MODERATORS, OPERATORS, OWNERS, REVIEWERS, Command, Job, Where
from messages.renderer import Speech
from rules.honour.guide import guide
from rules.operations.broadcast import LATE_S
from rules.people import Role
from rules.programme.points import POINTS
from rules.programme.programme import SECTIONS, Programme
from rules.programme.wording import LOCALES

RULES, STORAGE = Programme(), Storage()
ROOT = Path(__file__).parents[2]
HANDBOOK = ROOT / "docs" / "operators.zh-CN.md"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINE_MOST = 110
UNBROKEN = re.compile(r"\]\([^)]*\)|^`[^`]*`|https?://\S+")  # an address, or a line of code, can't go on in the next
SPEECH = Speech("Asia/Shanghai", "星途汽车")

WHO = {
    EVERYONE: "所有人",
    ALL_STAFF: "团队",
    REVIEWERS: "团队",
    MODERATORS: "版主以上",
    OPERATORS: "运营以上",
    OWNERS: "主理人",
}
WHERE = {
    Where.ANYWHERE: "都可以",
    Where.PRIVATE: "私聊",
    Where.GROUP: "社群",
    Where.STAFF: "运营小组、私聊",
    Where.ANY_GROUP: "任何群",
}
# Rules are pure; some of their files hold shapes that several nouns share, and name no noun of the programme.
NO_NOUNS = {"__init__", "faults", "form_fields", "snippets"}
# What the handbook says of numbers that a brand may change: the defaults.
SAID_OF_NUMBERS = (
    f"给同一个人超过 {RULES.grants.alone_member_day} 分，或总共超过 {RULES.grants.alone_staff_day} 分",
    f"{RULES.questions.unaccept_hours} 小时内可以用“撤回采纳”",
    f"同一位提问者每天前 {RULES.questions.accepted_from_one_asker_day} 次加分",
    f"超过约定时间（默认 {RULES.reviews.within_hours} 小时）",
    f"或 {RULES.orders.expire_hours} 小时没有发出",
    f"提前 {RULES.orders.remind_hours} 小时在运营小组提醒",
    f"同一个人在 {RULES.thanks.window_days} 天里谢同一个人",
    f"最多送出 {RULES.thanks.per_giver_day} 次加分的感谢，收到最多 {RULES.thanks.per_receiver_day} 次",
    f"{RULES.thanks.cooldown_s} 秒内连着谢同一个人",
    f"先聊满 {RULES.thanks.probation_days} 天、{RULES.thanks.probation_messages} 句话",
    f"连续满 {'、'.join(map(str, RULES.streak.milestones))} 天各一次",
    f"停机超过 {LATE_S // 3600} 小时就不发了",
    f"保留最新的 {STORAGE.backup_keep} 份，另外最近 {STORAGE.backup_days} 天每天留最后一份",
    f"（默认 `{STORAGE.backup_dir}`）",
)
# What documents call by its path, and where a path is only an example.
PATH = re.compile(
    r"(?<![\w/.<])(?:\.ci|bench|bot|actions|docs|handlers|messages|rules|sandbox|storage|tests)/[\w/.-]+\.(?:py|md|toml|js|json)\b"
)
# A command as it is typed, in backticks; those of @BotFather are not ours.
TYPED = re.compile(r"`/([a-z]+)[ `]")
BOTFATHER = {"newbot", "setprivacy"}
FOREIGN = re.compile(r"/(?:work|root|home|tmp|mnt)/|pypi\.|pythonhosted|npmjs|mirrors?\.", re.IGNORECASE)


def commands() -> list[Command]:
    """Every command of the product."""
    return [route for route in routes() if isinstance(route, Command)]


def spoken() -> list[str]:
    """Every word of the command line."""
    return [command.name or getattr(command.callback, "__name__", "") for command in cli.registered_commands]


def said_on_rows(name: str) -> str:
    """The row of the handbook's tables that begins with that name, or nothing."""
    found = re.search(rf"^\| `{re.escape(name)}` \|.*$", HANDBOOK.read_text("utf-8"), re.MULTILINE)
    return found[0] if found else ""


def row_of(command: Command) -> tuple[str, ...]:
    """What the handbook's table of commands has to say about a command, column by column."""
    words = "、".join([*command.words, *(f"#{tag}" for tag in command.tags)]) or "—"
    who = WHO.get(command.who) or "、".join(SPEECH.label("zh", f"roles/{role}") for role in sorted(command.who))
    return f"`/{command.name}`", words, who, WHERE[command.where]


def row_for(job: Job) -> tuple[str, ...]:
    """What the handbook's table of jobs has to say about a job."""
    return f"`{job.name}`", f"`{job.cron}`"


def columns(row: str) -> list[str]:
    """The cells of a table's row."""
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_every_command_has_its_row_in_the_handbook(command: Command) -> None:
    name, words, who, where = row_of(command)
    cells = columns(said_on_rows(f"/{command.name}"))
    assert cells[1:2] + cells[3:] == [words, who, where], (
        "docs/operators.zh-CN.md, table 命令一览, lacks this row (write what it does in the third cell):\n"
        f"| {name} | {words} | … | {who} | {where} |"
    )


@pytest.mark.parametrize("job", jobs(), ids=lambda job: job.name)
def test_every_job_has_its_row_in_the_handbook(job: Job) -> None:
    name, cron = row_for(job)
    cells = columns(said_on_rows(job.name))
    assert cells[1:2] == [cron], (
        "docs/operators.zh-CN.md, table 定时任务, lacks this row (when, in words, and what it does):\n"
        f"| {name} | {cron} | … | … |"
    )


@pytest.mark.parametrize("role", Role)
def test_every_role_is_explained_in_the_handbook(role: Role) -> None:
    row = f"| `{role.value}` | {SPEECH.label('zh', f'roles/{role}')} |"
    assert row in HANDBOOK.read_text("utf-8"), f"docs/operators.zh-CN.md, table 职责, lacks: {row} … |"


@pytest.mark.parametrize("section", sorted({*SECTIONS, *MACHINERY}))
def test_every_section_of_the_configuration_is_explained_in_the_handbook(section: str) -> None:
    row = f"| `[{section}]` |"
    assert row in HANDBOOK.read_text("utf-8"), f"docs/operators.zh-CN.md, table 配置, lacks: {row} … |"


@pytest.mark.parametrize("rule", [rule for rule in POINTS if rule.published], ids=lambda rule: rule.name)
def test_every_points_rule_is_explained_in_the_handbook(rule: object) -> None:
    name = getattr(rule, "name", "")
    row = f"| {SPEECH.label('zh', f'points/{name}')} |"
    assert row in HANDBOOK.read_text("utf-8"), f"docs/operators.zh-CN.md, table 计分, lacks: {row} … |"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_points_rule_has_its_line_in_the_guide_that_members_read(locale: str) -> None:
    told = guide(Programme())
    assert {worth.rule for worth in told.rules} == {rule.name for rule in POINTS if rule.published}
    said = SPEECH.render(locale, "guide/guide", told)
    assert len([line for line in said.splitlines() if line.startswith("· ")]) == len(told.rules)


@pytest.mark.parametrize("said", SAID_OF_NUMBERS)
def test_the_handbook_says_the_numbers_that_hold_by_default(said: str) -> None:
    assert said in HANDBOOK.read_text("utf-8")


def test_every_word_of_the_command_line_is_in_the_handbook() -> None:
    lacking = [f"| `kocbot {name}` | … |" for name in spoken() if not said_on_rows(f"kocbot {name}")]
    assert spoken() and not lacking, f"docs/operators.zh-CN.md, table 命令行, lacks: {lacking}"


def test_the_glossary_names_every_noun_of_the_rules() -> None:
    rows = [columns(row) for row in (ROOT / "GLOSSARY.md").read_text("utf-8").splitlines() if row[:1] == "|"]
    english = "".join(row[1].lower().replace("-", "").replace(" ", "") for row in rows)
    nouns = {path.stem for path in (ROOT / "rules").rglob("*.py")} - NO_NOUNS
    lacking = sorted(noun for noun in nouns if noun.replace("_", "").removesuffix("s") not in english)
    assert not lacking, f"GLOSSARY.md has no row whose second column names: {', '.join(lacking)}"


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_a_readme_names_every_sheet(name: str) -> None:
    [named] = re.findall(r"kocbot export (\S+) --format", Path(name).read_text("utf-8"))
    assert {*named.split(r"\|"), "hall"} == {*EXPORTED}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
    gone = [target for target in targets if "://" not in target and not (document.parent / target).exists()]
    assert not gone, f"{document.name} links to {', '.join(gone)}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_that_documents_name_exist(document: Path) -> None:
    gone = [path for path in PATH.findall(document.read_text("utf-8")) if not (ROOT / path).exists()]
    assert not gone, f"{document.name} names {', '.join(gone)}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_that_documents_name_exist(document: Path) -> None:
    text = document.read_text("utf-8")
    known = {command.name for command in commands()} | BOTFATHER
    assert set(TYPED.findall(text)) <= known
    assert set(re.findall(r"(?:^|`)kocbot (\w+)", text, re.MULTILINE)) <= set(spoken())
    made = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE)) <= set(made)


def test_make_clean_leaves_a_brands_database_and_its_backups() -> None:
    swept = re.findall(r"^clean:.*\n\trm -rf (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)[0].split()
    kept = Path(Storage().path), Path(Storage().backup_dir)
    assert not [path for path in swept for own in kept if own.is_relative_to(path)]


def test_every_decision_has_a_number_of_its_own() -> None:
    pages = sorted((ROOT / "docs/decisions").glob("*.md"))
    numbers = [int(page.name.split("-")[0]) for page in pages]
    assert len(set(numbers)) == len(numbers)
    assert [page.read_text("utf-8").split(" ")[1] for page in pages] == [f"{number}." for number in numbers]


def test_every_decision_has_its_line_in_the_architecture() -> None:
    listed = (ROOT / "ARCHITECTURE.md").read_text("utf-8").split("\n## Decisions\n")[1]
    lines = {
        f"[{page.read_text('utf-8').splitlines()[0].split('. ', 1)[1]}](docs/decisions/{page.name})"
        for page in (ROOT / "docs/decisions").glob("*.md")
    }
    assert {line.split(". ", 1)[1] for line in listed.split("\n## ")[0].strip().splitlines()[2:]} == lines


def test_every_file_of_bot_has_its_room_in_the_architecture() -> None:
    table = (ROOT / "ARCHITECTURE.md").read_text("utf-8").split("\n## The rooms of bot/\n")[1].split("\n## ")[0]
    files = {path.stem for path in (ROOT / "bot").rglob("*.py")} - {"__init__"}
    assert set(re.findall(r"`(\w+)`", table)) == files
    rooms = re.findall(r"^\| `(\w+)/`", table, re.MULTILINE)
    assert len(rooms) == len(set(rooms)), "a room stands there once"


def shape_of(name: str) -> tuple[list[str], list[str]]:
    """What two languages of one document have in common: its heads and tables by form, and what stands in code."""
    text = (ROOT / name).read_text("utf-8")
    forms = [line.split(" ")[0] for line in text.splitlines() if re.match(r"#+ |- |\| ", line)]
    return forms, [
        code.split("#")[0].strip() for code in re.findall(r"^(?:make|cp|export|kocbot) .*$", text, re.MULTILINE)
    ]


def test_both_readmes_tell_the_same() -> None:
    assert shape_of("README.md") == shape_of("README.zh-CN.md")


@pytest.mark.parametrize(
    "document", [*DOCUMENTS, ROOT / "config.example.toml", ROOT / "Makefile"], ids=lambda p: p.name
)
def test_documents_name_no_machine_and_no_registry(document: Path) -> None:
    found = FOREIGN.search(document.read_text("utf-8"))
    assert not found, f"{document.name} names {found[0] if found else ''}"


def test_the_changelog_has_what_is_not_released_yet() -> None:
    unreleased = (ROOT / "CHANGELOG.md").read_text("utf-8").split("\n## Unreleased\n")[1].split("\n## ")[0]
    assert unreleased.count("\n- ") + unreleased.startswith("- ") > 10


def test_the_handbook_quotes_what_a_chinese_brand_prints() -> None:
    printed = tomllib.loads((ROOT / "messages" / "zh" / "sentences" / "sentences.toml").read_text("utf-8"))
    book = "\n".join(line for line in HANDBOOK.read_text("utf-8").splitlines() if "英文品牌是" not in line)
    pieces = {piece.strip() for said in printed for piece in re.split(r"[{}:,;()]+", said)}
    english = [piece for piece in pieces if piece.count(" ") > 1 and piece.isascii() and "=" not in piece]
    assert [piece for piece in english if piece in book] == []
    quoted = re.findall(r"“… ?([^”]+)”|(账都对得上)|config.toml:\d+: [a-z_.]+: ([^；\n]+)", book)
    assert len(quoted) > 4
    for piece in ("".join(each) for each in quoted):
        assert any(piece in said for said in printed.values()), piece


def _prose(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are read as sentences, numbered: no table, no heading, nothing between fences."""
    fenced = False
    for number, line in enumerate(text.splitlines(), 1):
        fence = line.lstrip().startswith("```")
        fenced ^= fence
        if not (fenced or fence or line.lstrip().startswith(("|", "#"))):
            yield number, line


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_lines_of_prose_are_short_enough_to_be_read_and_compared(document: Path) -> None:
    long = [
        f"{number}: {line[:40]}"
        for number, line in _prose(document.read_text("utf-8"))
        if len(UNBROKEN.sub("", line)) > LINE_MOST
    ]
    assert not long, f"{document.name} has lines over {LINE_MOST} characters"
