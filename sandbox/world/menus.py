"""The bot's command menus by scope and language, and what it says about itself."""

from dataclasses import dataclass, field

Scope = tuple[str, int, int]
Commands = tuple[tuple[str, str], ...]
DEFAULT_SCOPE: Scope = ("default", 0, 0)


@dataclass(slots=True)
class Menus:
    """Command lists as set by setMyCommands; names and descriptions per language."""

    commands: dict[tuple[Scope, str], Commands] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)

    def of(self, scope: Scope, language: str) -> Commands:
        """The list set for exactly this scope and language."""
        return self.commands.get((scope, language), ())

    def shown_in(self, chat_id: int, person_id: int, language: str, *, private: bool, admin: bool) -> Commands:
        """The list a person sees in a chat: the narrowest scope wins, then the language."""
        scopes: list[Scope] = [("chat_member", chat_id, person_id)]
        scopes += [("chat_administrators", chat_id, 0)] if admin else []
        scopes += [("chat", chat_id, 0)]
        scopes += [("all_chat_administrators", 0, 0)] if admin else []
        scopes += [("all_private_chats" if private else "all_group_chats", 0, 0), DEFAULT_SCOPE]
        for scope in scopes:
            for code in (language, ""):
                if (scope, code) in self.commands:
                    return self.commands[scope, code]
        return ()
