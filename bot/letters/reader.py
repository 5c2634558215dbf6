"""Who reads a letter: in which language, by whose clock. The one place where that is decided."""

from msgspec import Struct

from handlers.call import Call
from rules.people import Group, Member, Part


class Reader(Struct, frozen=True):
    """`zone` is that of the times they are shown (None: the brand's), `member` who it is (0: everybody there)."""

    locale: str
    zone: str | None = None
    member: int = 0

    @classmethod
    def alone(cls, member: Member) -> "Reader":
        """A member, in private: by the clock of their day."""
        return cls(member.locale, member.timezone, member.id)

    @classmethod
    def everybody(cls, group: Group) -> "Reader":
        """Everybody in a group: by its clock."""
        return cls(group.locale, group.clock)

    @classmethod
    def caller(cls, call: Call) -> "Reader":
        """Who called, alone: by their own clock, but in the staff group by the one by which everything stands there."""
        group, member = call.chat.group, call.member
        beside_cards = group is not None and group.part is Part.STAFF
        return cls(member.locale, None if beside_cards else member.timezone, member.id)

    @classmethod
    def there(cls, call: Call) -> "Reader":
        """Whoever reads where the call came from."""
        return cls.everybody(call.chat.group) if call.chat.group else cls.alone(call.member)
