"""Telegram's own words for what it refuses, where the Bot API server has a text of its own."""

EMPTY = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "user_id": "invalid user_id specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "photo": "there is no photo in the request",
    "video": "there is no video in the request",
    "document": "there is no document in the request",
    "animation": "there is no animation in the request",
    "sticker": "there is no sticker in the request",
    "media": "media is missing",
    "commands": "can't parse commands JSON object",
    "permissions": "permissions must be non-empty",
    "file_id": "file_id not specified",
    "action": "wrong parameter action in request",
    "question": "poll question must be non-empty",
    "options": "can't parse options JSON object",
    "name": "TOPIC_TITLE_EMPTY",
}
EMPTY_IN = {
    ("deleteMessage", "message_id"): "message to delete not found",
    ("setMessageReaction", "message_id"): "message to react not found",
    ("pinChatMessage", "message_id"): "message to pin not found",
    ("copyMessage", "message_id"): "message to copy not found",
    ("forwardMessage", "message_id"): "message to forward not found",
    ("stopPoll", "message_id"): "message with poll to stop not found",
}
INVALID = {
    ("*", "user_id"): "invalid user_id specified",
    ("*", "message_id"): "message identifier is not specified",
    ("*", "limit"): "limit must be an Integer",
    ("length", "callback_data"): "BUTTON_DATA_INVALID",
    ("length", "tag"): "CHAT_MEMBER_TAG_INVALID",
    ("answerCallbackQuery", "text"): "MESSAGE_TOO_LONG",
    ("length", "command"): "BOT_COMMAND_INVALID",
    ("length", "description"): "BOT_COMMAND_DESCRIPTION_INVALID",
    ("length", "question"): "poll question length must not exceed 300",
    ("length", "name"): "TOPIC_TITLE_EMPTY",
}
