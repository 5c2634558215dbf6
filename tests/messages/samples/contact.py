"""What the messages between members and staff speak about."""

from actions.fairness.contact import ContactClosed, Relayed
from rules.files import File

PICTURE = File("photo", "p", "u")
ASKED = Relayed(3, 2, 4, "林晓", "林晓", "我的 <钥匙扣> 还没收到。", "<b>我的</b> 钥匙扣还没收到。", (PICTURE,), 2)
CLOSED = ContactClosed(3, 4, "林晓", "莫莫")

SAMPLES: dict[str, object] = {
    "contact/ask": None,
    "contact/sent": ASKED,
    "contact/asked": ASKED,
    "contact/answered": Relayed(3, 2, 4, "林晓", "莫莫", "昨天寄出，后天到。", "昨天寄出，后天到。", (), 3),
    "contact/closed": CLOSED,
    "contact/thanked": CLOSED,
    "contact/ended": CLOSED,
}
MORE: dict[str, object] = {
    "contact/asked · the first time, words alone": Relayed(
        3, 2, 4, "林晓", "林晓", "我的 <钥匙扣> 还没收到。", "<b>我的</b> 钥匙扣还没收到。", (), 1
    ),
    "contact/asked · a picture alone": Relayed(3, 2, 4, "林晓", "林晓", "", "", (PICTURE,), 1),
}
