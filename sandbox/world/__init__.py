"""Who and what there is: people, chats, messages, time."""
