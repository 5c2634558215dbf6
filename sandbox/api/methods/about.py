"""What the bot is: getMe, its names and descriptions, webhooks, logging out."""

from __future__ import annotations

from sandbox.api.methods.call import Call, method
from sandbox.api.methods.places import inside, shared
from sandbox.world.members import CHANNEL_RIGHTS, GROUP_RIGHTS
from sandbox.world.moving import remove
from sandbox.world.refusals import bad_request

FIELDS = {"name": "name", "description": "description", "shortdescription": "short_description"}


@method("getMe")
def get_me(call: Call) -> object:
    """The bot itself."""
    return call.world.bot.wire() | {
        "can_join_groups": True,
        "can_read_all_group_messages": not call.world.privacy_mode,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("setMyName", "setMyDescription", "setMyShortDescription")
def set_my_text(call: Call) -> object:
    """A name or description, per language."""
    field = FIELDS[call.method.lower().removeprefix("setmy")]
    call.world.menus.texts[field, call.params.text("language_code")] = call.params.text(field)
    return True


@method("getMyName", "getMyDescription", "getMyShortDescription")
def get_my_text(call: Call) -> object:
    """What was set; the name falls back on the account's."""
    field = FIELDS[call.method.lower().removeprefix("getmy")]
    texts = call.world.menus.texts
    found = texts.get((field, call.params.text("language_code"))) or texts.get((field, ""), "")
    return {field: found or (call.world.bot.name if field == "name" else "")}


@method("setMyDefaultAdministratorRights")
def set_default_rights(call: Call) -> object:
    """The rights the bot asks for when it is added."""
    call.world.default_rights[call.params.flag("for_channels")] = call.params.mapping("rights")
    return True


@method("getMyDefaultAdministratorRights")
def get_default_rights(call: Call) -> object:
    """What was asked for."""
    for_channels = call.params.flag("for_channels")
    wanted = call.world.default_rights.get(for_channels, {})
    known = CHANNEL_RIGHTS if for_channels else GROUP_RIGHTS
    return {right: wanted.get(right) is True for right in sorted(known)} | {"is_anonymous": False}


@method("deleteWebhook")
def delete_webhook(call: Call) -> object:
    """Nothing to delete; may drop what waits."""
    if call.params.flag("drop_pending_updates"):
        call.world.updates.clear()
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> object:
    """Updates are polled here."""
    body: dict[str, object] = {"url": "", "has_custom_certificate": False}
    return body | {"pending_update_count": len(call.world.updates)}


@method("setWebhook")
def set_webhook(call: Call) -> object:
    """This server has nowhere to call."""
    raise bad_request("bad webhook: this server is polled")


@method("logOut", "close")
def leave_server(_call: Call) -> object:
    """Fine."""
    return True


@method("leaveChat")
def leave_chat(call: Call) -> object:
    """The bot goes."""
    chat = shared(call)
    if chat.person is not None:
        raise bad_request("chat not found")
    inside(call.world, chat)
    remove(call.world, chat, call.world.bot, by=call.world.bot)
    return True
