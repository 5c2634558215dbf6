"""`kocbot check`: line by line what is right and what is wrong, also asking Telegram; changes nothing."""

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from msgspec import Struct

from actions.honour.ladder import in_force
from actions.operations.port import gone_to
from actions.shop.reward import Astray, astray
from bot.clock import CheckedClock
from bot.database import read
from bot.start.config import Settings, Storage
from bot.start.config_words import Unsaid, unsaid
from bot.telegram.client import Client
from bot.upkeep.doctor import ask
from bot.upkeep.timekeeper import clock_off
from messages.sentences import sentence
from rules.people import Group, Part, Role
from rules.programme.privileges import CORE_GROUP
from rules.programme.programme import Programme
from rules.programme.wording import spoken
from rules.rights import BotStanding, Rights, lacking
from storage import groups, members
from storage.engine.engine import Foreign, NoDatabase, StorageError, StorageTrouble, TooNew
from storage.engine.engines import engine_at, key_of
from storage.engine.tx import Tx


class Line(Struct, frozen=True):
    """One thing looked at; when it is not right, `said` tells how to mend it. A `hint` is right as it is, and could be better."""

    right: bool
    said: str
    hint: bool = False

    def in_words_of(self, locale: str) -> str:
        """The line in that language."""
        mark = "hint" if self.hint else "ok  " if self.right else "MEND"
        return f"{mark}  {sentence(locale, self.said)}"


class Places(Struct, frozen=True):
    """What the database knows: chats that take part, how many own the bot, and rewards whose terms are gone.

    `gone_to` is where it was carried over to, if it was: no bot starts on it.
    """

    groups: tuple[Group, ...]
    owners: int
    astray: tuple[Astray, ...] = ()
    gone_to: str | None = None


async def look(settings: Settings, token: str, clock: CheckedClock) -> AsyncIterator[Line]:
    """Look at everything. Raises InvalidToken, NetworkError."""
    brand = settings.programme.brand
    yield Line(
        True,
        f"configuration: {spoken(brand.name, brand.locale)}, {brand.timezone}, a day begins at {brand.day_starts_at}",
    )
    for one in unsaid(settings.programme):
        yield _unsaid(one)
    said, places = _stored(settings)
    yield said
    for reward in places.astray:
        yield _astray(reward)
    yield _backups(settings.storage)
    for line in _people(settings, places):
        yield line
    client = Client(token, settings.telegram.base_url, proxy=settings.telegram.proxy or None, clock=clock)
    try:
        await client.initialize()
        await client.compare_clocks()
        yield _clock(clock)
        async for line in _telegram(client, places, int(clock.now())):
            yield line
    finally:
        await client.shutdown()


def _stored(settings: Settings) -> tuple[Line, Places]:
    """Whether the database can be used, and what it knows."""
    database, nothing = engine_at(settings.storage.place, settings.storage.cache_mb), Places((), 0)
    try:
        places = read(database, lambda tx: _places(tx, settings.programme))
    except NoDatabase:
        return _first(settings.storage, database.place), nothing
    except StorageTrouble as trouble:
        said = f"database: {database.place} is out of reach ({trouble}); look whether the server is there"
    except Foreign:
        said = f"database: {database.place} is that of another program; name another file as [storage] path"
    except StorageError as unread:
        said = f"database: {database.place} can't be read ({unread}); restore a backup"
    except TooNew as newer:
        schemas = f"schema {newer.found}, known {newer.known}"
        said = f"database: {database.place} was made by a newer release ({schemas}); update kocbot"
    else:
        return _database(database.place, places.gone_to), places
    return Line(False, said), nothing


def _clock(clock: CheckedClock) -> Line:
    """Whether the machine knows what time it is."""
    if clock.off_s:
        return Line(False, clock_off(clock.off_s))
    return Line(True, "clock: Telegram's says the same")


def _unsaid(one: Unsaid) -> Line:
    return Line(
        True, f"{one.key}: has no words in {one.locale}, which others have; the ones it has are shown", hint=True
    )


def _no_core(title: str) -> Line:
    said = f"core group: none, though the level {title!r} opens it; send /setup in it and choose Core group, or take core_group out"
    return Line(True, said, hint=True)


def _backups(storage: Storage) -> Line:
    """Whether backups can go where they are to go; the folder is made with the first one."""
    if storage.database:
        return Line(True, "backups: the server's own (pg_dump); none are made here")
    if not storage.backup_hours:
        return Line(True, "backups: none by themselves (backup_hours = 0); call kocbot backup yourself, every day")
    folder = Path(storage.backup_dir)
    where = f"backups: every {storage.backup_hours} h to {folder}"
    barred = _barred(folder)
    return Line(not barred, f"{where}; {barred} is no folder that can be written to" if barred else where)


def _first(storage: Storage, place: str) -> Line:
    """Whether the database can be made where it is to stand."""
    if not storage.database and (barred := _barred(Path(storage.path).parent)):
        return Line(False, f"database: {place} can't be made; {barred} is no folder that can be written to")
    return Line(True, f"database: {place} will be made at the first start")


def _database(place: str, gone_to: str | None) -> Line:
    """Whether the bot goes on with this one."""
    if gone_to is None:
        return Line(True, f"database: {place}")
    return Line(
        False,
        f"database: {place} was carried over to {gone_to}; write that as [storage] {key_of(gone_to)}. To go on here"
        " after all: kocbot backup, then kocbot restore",
    )


def _barred(folder: Path) -> Path | None:
    """What keeps a folder from being made or written to: the nearest of its parents that stands; None if nothing does."""
    standing = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    return None if standing.is_dir() and os.access(standing, os.W_OK) else standing


def _places(tx: Tx, programme: Programme) -> Places:
    moved = astray(tx, programme, in_force(tx).thresholds)
    return Places(tuple(groups.active(tx)), len(members.with_role(tx, Role.OWNER)), tuple(moved), gone_to(tx))


def _astray(one: Astray) -> Line:
    """Its layer or level is no longer in the configuration; what takes their place is written down at the next start."""
    held, takes = ((terms.layer, terms.level) for terms in (one.held, one.terms))
    lost, instead = (
        ", ".join(keys)
        for keys in zip(*(pair for pair in zip(held, takes, strict=True) if len(set(pair)) > 1), strict=True)
    )
    return Line(
        False,
        f"reward #{one.reward} {one.held.title!r}: {lost} is gone from the configuration; the next start writes {instead} instead",
    )


def _people(settings: Settings, places: Places) -> Iterator[Line]:
    if places.owners or settings.programme.brand.owners:
        yield Line(True, f"owners: {max(places.owners, len(settings.programme.brand.owners))}")
    else:
        yield Line(True, "owners: none yet; the first start prints a link to claim the bot")
    parts = {group.part for group in places.groups}
    if places.groups and Part.COMMUNITY not in parts:
        yield Line(False, "community: none; send /setup in the group and choose Community")
    if places.groups and Part.STAFF not in parts:
        yield Line(False, "staff group: none; send /setup in it and choose Staff group")
    opened_by = settings.programme.levels.opening(CORE_GROUP)
    if places.groups and opened_by and Part.CORE not in parts:
        yield _no_core(spoken(opened_by.title, settings.programme.brand.locale))


async def _telegram(client: Client, places: Places, now: int) -> AsyncIterator[Line]:
    yield Line(True, f"token: Telegram knows @{client.username}")
    webhook = await client.get_webhook_info()
    if webhook.url:
        yield Line(False, "webhook: one is set, which keeps updates from this bot; call deleteWebhook for this token")
    told = [(group, await ask(client, group.id, group.chat_id, now)) for group in places.groups]
    yield _privacy(client)
    for group, rights in told:
        yield _place(group, rights)


def _privacy(client: Client) -> Line:
    """With privacy mode on an ordinary member hears commands only, and one who is an administrator today may not be tomorrow."""
    if client.bot.can_read_all_group_messages:
        return Line(True, "privacy mode: off")
    remedy = "@BotFather -> /setprivacy -> Disable, then remove the bot from its groups and add it again"
    return Line(
        False, f"privacy mode: on, so plain words such as check-in and thanks are not heard everywhere; {remedy}"
    )


def _place(group: Group, told: Rights) -> Line:
    where = f"{group.part} {group.title!r}"
    if told.standing is BotStanding.ABSENT:
        return Line(False, f"{where}: the bot is not in there; add it again, or switch the group off with /setup")
    if told.standing is BotStanding.MEMBER and group.part is not Part.STAFF:
        return Line(False, f"{where}: make the bot an administrator")
    if missing := lacking(group.part, told):
        return Line(False, f"{where}: give the bot these rights too; {', '.join(missing)}")
    return Line(True, f"{where}: {told.standing}")
