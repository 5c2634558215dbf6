"""Members, their roles, and their presence in groups."""

from typing import Any

from rules.note import Quiet
from rules.people import Member, Membership, Role, Seniority
from rules.programme.conditions import Source
from rules.reading.names import clean_name, folded
from rules.talk import Said
from storage import bystanders, homes, locales, tags, talk, touched, usernames
from storage.declarations import GOES, STAYS, Own
from storage.engine.tx import Tx

COLUMNS = (
    "id, telegram_id, name, username, locale, first_seen, reachable, covenant_version, level, contribution, hidden,"
    " quiet, suspended_until, home, (SELECT timezone FROM chat_group WHERE chat_group.id = member.home) AS zone,"
    " (SELECT count(*) FROM role WHERE role.member = member.id) AS offices"
)


def member_in(row: Any) -> Member:
    """The member in a row of COLUMNS."""
    return Member(
        id=row.id,
        telegram_id=row.telegram_id,
        name=row.name,
        username=row.username,
        locale=row.locale,
        first_seen=row.first_seen,
        reachable=bool(row.reachable),
        covenant_version=row.covenant_version,
        level=row.level,
        contribution=row.contribution,
        hidden=bool(row.hidden),
        quiet=Quiet(row.quiet),
        suspended_until=row.suspended_until,
        home=row.home,
        timezone=row.zone,
        offices=row.offices,
    )


def get(tx: Tx, member: int) -> Member:
    """The member with our internal id, which must exist."""
    row = tx.one(f"SELECT {COLUMNS} FROM member WHERE id = :id", id=member)
    assert row is not None, member
    return member_in(row)


def find(tx: Tx, member: int) -> Member | None:
    """The member with our internal id, if there is one."""
    row = tx.one(f"SELECT {COLUMNS} FROM member WHERE id = :id", id=member)
    return member_in(row) if row else None


def by_telegram_id(tx: Tx, telegram_id: int) -> Member | None:
    """The member behind a Telegram account, if we have met them."""
    row = tx.one(f"SELECT {COLUMNS} FROM member WHERE telegram_id = :id", id=telegram_id)
    return member_in(row) if row else None


def by_username(tx: Tx, username: str) -> Member | None:
    """The member who was seen with that @name last; whoever had it before them has it no more."""
    row = tx.one(
        f"SELECT {COLUMNS} FROM member WHERE lower(username) = :name AND username IS NOT NULL", name=username.lower()
    )
    return member_in(row) if row else None


def remember(
    tx: Tx, telegram_id: int, raw_name: str, username: str | None, locale: str, now: int, *, speaks: bool = False
) -> Member:
    """The member of that Telegram account, met now for the first time or with today's name.

    `speaks`: the locale is what their app is set to now, not our guess for one whom others name. What they chose
    themselves stays, and so does what was told of them since, and the name of an account that was deleted and has none.
    """
    known = by_telegram_id(tx, telegram_id)
    name = known.name if known and not raw_name else clean_name(raw_name)
    if known is None:
        taken = usernames.taken_over(tx, username, telegram_id, now) if username else None
        return _met(tx, telegram_id, name, taken, locale, now)
    spoken = locale if speaks else known.locale
    if spoken != known.locale and locales.chosen(tx, known.id):
        spoken = known.locale
    same = (known.name, known.username, known.locale) == (name, username, spoken)
    if same or usernames.told_since(tx, known.id, now):
        return known
    tx.run(
        "UPDATE member SET name = :name, folded = :folded, username = :username, locale = :locale, named_at = :now"
        " WHERE id = :id",
        id=known.id,
        name=name,
        folded=folded(name),
        username=usernames.taken_over(tx, username, telegram_id, now) if username else None,
        locale=spoken,
        now=now,
    )
    return get(tx, known.id)


def _met(tx: Tx, telegram_id: int, name: str, username: str | None, locale: str, now: int) -> Member:
    id = tx.add(
        "INSERT INTO member (telegram_id, name, folded, username, locale, first_seen, named_at)"
        " VALUES (:telegram_id, :name, :folded, :username, :locale, :now, :now)",
        telegram_id=telegram_id,
        name=name,
        folded=folded(name),
        username=username,
        locale=locale,
        now=now,
    )
    return get(tx, id)


def renamed(tx: Tx, telegram_id: int, raw_name: str, username: str | None, now: int) -> None:
    """Somebody is called that now, as what others do about them tells; of whom we never met nothing is remembered."""
    if known := by_telegram_id(tx, telegram_id):
        remember(tx, telegram_id, raw_name, username, known.locale, now)


def set_reachable(tx: Tx, member: int, reachable: bool) -> None:
    """Whether the bot may write to the member in private."""
    tx.run("UPDATE member SET reachable = :yes WHERE id = :id AND reachable <> :yes", id=member, yes=int(reachable))


def agree(tx: Tx, member: int, version: int, now: int) -> None:
    """Record that the member agreed to that version of the covenant, with which everything that they did before counts."""
    touched.mark_all(tx, member)
    tx.run(
        "INSERT INTO covenant_consent (member, version, at) VALUES (:member, :version, :now) ON CONFLICT DO NOTHING",
        member=member,
        version=version,
        now=now,
    )
    tx.run(
        "UPDATE member SET covenant_version = :version, covenant_at = :now WHERE id = :member",
        member=member,
        version=version,
        now=now,
    )


def roles(tx: Tx, member: int) -> frozenset[Role]:
    """What the member has been entrusted with."""
    return frozenset(Role(row.role) for row in tx.all("SELECT role FROM role WHERE member = :member", member=member))


def set_hidden(tx: Tx, member: int, hidden: bool) -> bool:
    """Whether the member is shown on boards; False when that was so before."""
    changed = tx.run(
        "UPDATE member SET hidden = :hidden WHERE id = :id AND hidden <> :hidden", id=member, hidden=int(hidden)
    )
    bystanders.refresh(tx, member)
    return changed > 0


def give_role(tx: Tx, member: int, role: Role, giver: int | None, now: int) -> bool:
    """Entrust the member with a role; False when they had it already."""
    given = tx.run(
        "INSERT INTO role (member, role, given_by, given_at) VALUES (:member, :role, :giver, :now) ON CONFLICT DO NOTHING",
        member=member,
        role=role.value,
        giver=giver,
        now=now,
    )
    tags.mark(tx, member)
    bystanders.refresh(tx, member)
    return given > 0


def take_role(tx: Tx, member: int, role: Role) -> bool:
    """Take a role back; False when they did not have it."""
    taken = tx.run("DELETE FROM role WHERE member = :member AND role = :role", member=member, role=role.value)
    tags.mark(tx, member)
    bystanders.refresh(tx, member)
    return taken > 0


def with_role(tx: Tx, role: Role) -> list[Member]:
    """Everyone entrusted with that role, at most 500."""
    rows = tx.all(
        f"SELECT {COLUMNS} FROM member JOIN role ON role.member = member.id WHERE role.role = :role ORDER BY id LIMIT 500",
        role=role.value,
    )
    return [member_in(row) for row in rows]


def came_to(tx: Tx, group: int, member: int, now: int) -> None:
    """The member has come to the group just now."""
    _present(tx, group, member, now, messages=0, joined=now)
    homes.settle(tx, member)


def found_in(tx: Tx, group: int, member: int, now: int) -> None:
    """The member is in the group, since nobody knows when."""
    _present(tx, group, member, now, messages=0, joined=None)
    homes.settle(tx, member)


def wrote_in(tx: Tx, group: int, member: int, said: Said, now: int) -> None:
    """The member has written a message in the group, and so is there."""
    talk.count(tx, group, member, said)
    _present(tx, group, member, now, messages=1, joined=None)


def _present(tx: Tx, group: int, member: int, now: int, *, messages: int, joined: int | None) -> None:
    since: int | None = tx.value(
        """
        INSERT INTO membership (chat_group, member, since, messages, joined_at) VALUES (:group, :member, :now, :n, :joined)
        ON CONFLICT (chat_group, member) DO UPDATE SET messages = membership.messages + :n WHERE membership.present = 1
        RETURNING since
        """,
        group=group,
        member=member,
        now=now,
        n=messages,
        joined=joined,
    )
    if since is None:  # they come back
        back = "UPDATE membership SET present = 1, messages = messages + :n, tag_due = 2"
        tx.run(f"{back} WHERE chat_group = :group AND member = :member", group=group, member=member, n=messages)
    elif since == now:
        touched.mark(tx, Source.BELONGING, member)
    if since in (None, now):  # for the first time as well: they may have left every other group
        bystanders.refresh(tx, member)


def gone_from(tx: Tx, group: int, member: int) -> None:
    """The member has left the group; everything else about them stays."""
    tx.run(
        "UPDATE membership SET present = 0, tag = NULL, tag_ours = NULL, tag_due = 0, tagged_at = NULL"
        " WHERE chat_group = :group AND member = :member",
        group=group,
        member=member,
    )
    bystanders.refresh(tx, member)
    homes.settle(tx, member)


def joined_between(tx: Tx, group: int, after: int, until: int, limit: int) -> list[Member]:
    """Who came to the group for the first time in that span (UTC seconds) and is still there, in the order of coming."""
    rows = tx.all(
        f"SELECT {COLUMNS} FROM member JOIN membership ON membership.member = member.id WHERE chat_group = :group"
        " AND joined_at > :after AND joined_at <= :until AND present = 1 ORDER BY joined_at, id LIMIT :limit",
        group=group,
        after=after,
        until=until,
        limit=limit,
    )
    return [member_in(row) for row in rows]


def membership(tx: Tx, group: int, member: int) -> Membership | None:
    """The member's presence in the group."""
    row = tx.one(
        "SELECT chat_group, member, since, messages, present FROM membership WHERE chat_group = :group AND member = :member",
        group=group,
        member=member,
    )
    return (
        Membership(row.chat_group, row.member, Seniority(row.since, row.messages), bool(row.present)) if row else None
    )


def seniority(tx: Tx, member: int) -> Seniority:
    """Since when the member is in any of our groups, and messages written in all of them."""
    row = tx.one(
        "SELECT coalesce(min(since), 0) AS since, coalesce(sum(messages), 0) AS messages FROM membership WHERE member = :member",
        member=member,
    )
    return Seniority(row.since, row.messages)


def set_quiet(tx: Tx, member: int, quiet: Quiet) -> None:
    """How much the member wants to hear unasked."""
    tx.run("UPDATE member SET quiet = :quiet WHERE id = :id", id=member, quiet=quiet.value)


def agreed_after(tx: Tx, after: int, limit: int) -> list[int]:
    """The numbers of some members after that number who agreed to the covenant, rising."""
    rows = tx.all(
        "SELECT id FROM member WHERE id > :after AND covenant_version > 0 ORDER BY id LIMIT :limit",
        after=after,
        limit=limit,
    )
    return [row.id for row in rows]


OWN = (
    Own("member", "", whose="id = :member", but=("folded", "home_asked", "home_moved_at"), fate=STAYS),
    Own("covenant_consent", fate=GOES),
    Own("membership", but=("tag_due",), fate=GOES),
    Own("role", fate=GOES),
    Own("role", "given_by", fate=STAYS),
)
