"""Command menus by scope and language."""

from __future__ import annotations

import re

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.places import find_chat
from sandbox.world.menus import DEFAULT_SCOPE, Scope
from sandbox.world.refusals import bad_request

NAME = re.compile(r"[a-z0-9_]{1,32}")
MOST = 100


@method("setMyCommands")
def set_my_commands(call: Call) -> object:
    """The menu that people see."""
    commands = tuple(
        (str(item["command"]).removeprefix("/"), str(item["description"])) for item in call.params.objects("commands")
    )
    if len(commands) > MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for name, description in commands:
        if NAME.fullmatch(name) is None:
            raise bad_request("BOT_COMMAND_INVALID")
        if not description.strip():
            raise bad_request("command description must be non-empty")
    call.world.menus.commands[_scope(call), _language(call)] = commands
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> object:
    """What was set for exactly this scope and language."""
    commands = call.world.menus.of(_scope(call), _language(call))
    return [{"command": name, "description": description} for name, description in commands]


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> object:
    """Back to the wider scope's menu."""
    call.world.menus.commands.pop((_scope(call), _language(call)), None)
    return True


@method("setChatMenuButton")
def set_chat_menu_button(_call: Call) -> object:
    """Taken note of."""
    return True


def _scope(call: Call) -> Scope:
    scope = call.params.mapping("scope")
    if not scope:
        return DEFAULT_SCOPE
    chat_id = user_id = 0
    place = scope.get("chat_id")
    if isinstance(place, int | str):
        chat_id = find_chat(call.world, place).id
    person = scope.get("user_id")
    if isinstance(person, int):
        if person not in call.world.people:
            raise bad_request("invalid user_id specified")
        user_id = person
    return str(scope["type"]), chat_id, user_id


def _language(call: Call) -> str:
    language = call.params.text("language_code")
    if language and re.fullmatch(r"[a-z]{2}", language) is None:
        raise bad_request("invalid language code specified")
    return language
