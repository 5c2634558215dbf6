"""The group each member is at home in. Nobody else decides where what belongs to no group is counted and told."""

from rules.home import Place, candidates, home_of
from rules.people import Group, Member, Part
from storage import groups
from storage.engine.tx import Tx


def of(tx: Tx, member: Member) -> Group | None:
    """The member's home community; None for one who is in no group that takes part."""
    return groups.get(tx, member.home) if member.home is not None else None


def inside(member: str) -> str:
    """The condition that the member in that column is in a community or core group of ours, whether that takes part or not."""
    return f"""EXISTS (SELECT 1 FROM membership JOIN chat_group ON chat_group.id = membership.chat_group
        WHERE membership.member = {member} AND present = 1 AND part IN ('community', 'core'))"""


def told_in(tx: Tx, member: Member, group: int | None) -> Group | None:
    """Where others read of what the member did in `group`: there if they are still there, else at home."""
    if group is not None and any(place.group == group for place in places(tx, member.id)):
        return groups.get(tx, group)
    return of(tx, member)


def places(tx: Tx, member: int) -> list[Place]:
    """The communities and core groups in which the member is now."""
    rows = tx.all(
        """
        SELECT chat_group, part, messages, since FROM membership JOIN chat_group ON chat_group.id = membership.chat_group
        WHERE member = :member AND present = 1 AND active = 1 AND part IN ('community', 'core') ORDER BY chat_group LIMIT 200
        """,
        member=member,
    )
    return [Place(row.chat_group, Part(row.part), row.messages, row.since) for row in rows]


def settle(tx: Tx, member: int) -> int | None:
    """Bring the member's home up to where they are and write; which group that is. A choice ends with leaving it."""
    before = tx.one("SELECT home, home_chosen AS chosen FROM member WHERE id = :member", member=member)
    assert before is not None, member
    home = home_of(places(tx, member), before.home, before.chosen)
    chosen = home if home == before.chosen else None
    if (home, chosen) != (before.home, before.chosen):
        tx.run(
            "UPDATE member SET home = :home, home_chosen = :chosen WHERE id = :member",
            home=home,
            chosen=chosen,
            member=member,
        )
    return home


def ask(tx: Tx, member: int) -> bool:
    """Whether the member is asked where they are at home for the first time; asked with this."""
    sql = "UPDATE member SET home_asked = 1 WHERE id = :member AND home_asked = 0"
    return tx.run(sql, member=member) > 0


def choose(tx: Tx, member: int, group: int | None) -> None:
    """The member's home is that group until they leave it, with None again the one in which they are most active.

    Nothing changes where they have left the group already.
    """
    if group is None or any(place.group == group for place in candidates(places(tx, member))):
        tx.run("UPDATE member SET home_chosen = :chosen WHERE id = :member", chosen=group, member=member)
        settle(tx, member)


def moved_at(tx: Tx, member: int) -> int | None:
    """When (UTC seconds) the member last chose a home whose day begins at another time."""
    found: int | None = tx.value("SELECT home_moved_at FROM member WHERE id = :member", member=member)
    return found


def moved(tx: Tx, member: int, now: int) -> None:
    """The member has chosen such a home."""
    tx.run("UPDATE member SET home_moved_at = :now WHERE id = :member", now=now, member=member)


def chosen(tx: Tx, member: int) -> bool:
    """Whether the member has said themselves where they are at home."""
    return tx.value("SELECT home_chosen FROM member WHERE id = :member", member=member) is not None


def settle_all(tx: Tx, group: int) -> None:
    """Bring the home of everybody in the group up to it, for it has begun or ceased to take part."""
    for row in tx.all("SELECT member FROM membership WHERE chat_group = :group", group=group):
        settle(tx, row.member)
