"""The command menus set at start: everybody's in each language, the staff group's, and each staff member's own."""

import hashlib
from typing import Any

from bot.identity import Identity
from handlers.operations.menu import menu_of
from rules.people import STAFF, Group, Part, Role
from rules.programme.wording import LOCALES
from storage import facts, groups, members
from storage.engine.tx import Tx
from storage.post import outbox
from storage.post.bodies import SetMyCommands, written
from storage.post.letters import Letter

FACT = "menus"
NOBODY: frozenset[Role] = frozenset()


def menu_letter(
    identity: Identity, locale: str, roles: frozenset[Role], scope: dict[str, Any], language: str | None = None
) -> Letter:
    """The command menu of people with those roles, in that scope, for apps in that language (None: every other)."""
    commands = [
        {"command": name, "description": identity.speech.label(locale, f"/{name}")}
        for name in menu_of(identity.routes, roles)
    ]
    return Letter(0, SetMyCommands(commands, scope, language))


def menus(tx: Tx, identity: Identity) -> list[Letter]:
    """Every menu as it should be. People who were never written to have none of their own yet; /start sets it."""
    default = {"type": "default"}
    letters = [menu_letter(identity, identity.programme.brand.locale, NOBODY, default)]
    letters += [menu_letter(identity, locale, NOBODY, default, language=locale) for locale in LOCALES]
    letters += [_staff_menu(identity, group) for group in groups.active(tx, Part.STAFF)]
    staff = {member.id: member for role in STAFF for member in members.with_role(tx, role) if member.reachable}
    for member in staff.values():
        scope = {"type": "chat", "chat_id": member.telegram_id}
        letters.append(menu_letter(identity, member.locale, members.roles(tx, member.id), scope))
    return letters


def moved(tx: Tx, identity: Identity, chat_id: int) -> list[Letter]:
    """A group has moved to that address: a staff group's menu belongs to the chat and has to be set there again."""
    group = groups.by_chat(tx, chat_id)
    return [_staff_menu(identity, group)] if group and group.part is Part.STAFF else []


def _staff_menu(identity: Identity, group: Group) -> Letter:
    return menu_letter(identity, group.locale, STAFF - {Role.OWNER}, {"type": "chat", "chat_id": group.chat_id})


def set_menus(tx: Tx, identity: Identity, now: int) -> int:
    """Queue the menus when they are not what they were at the last start; how many letters."""
    letters = menus(tx, identity)
    print_ = hashlib.sha256("\n".join(sorted(written(letter.body) for letter in letters)).encode()).hexdigest()
    if facts.get(tx, FACT) == print_:
        return 0
    outbox.put(tx, letters, now)
    facts.put(tx, FACT, print_)
    return len(letters)
