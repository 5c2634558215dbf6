"""The one-time link by which the first owner claims the bot; only the hash of its token is kept."""

import hashlib

from storage.declarations import STAYS, Own
from storage.engine.tx import Tx


def hash_of(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def make(tx: Tx, token: str, now: int) -> None:
    """Let that token claim the bot; earlier ones that nobody used are void."""
    tx.run("DELETE FROM claim WHERE used_by IS NULL")
    tx.run("INSERT INTO claim (token_hash, made_at) VALUES (:hash, :now)", hash=hash_of(token), now=now)


def use(tx: Tx, token: str, member: int, now: int, lasts_s: int) -> bool:
    """Use the token up; False when it is unknown, used, or older than `lasts_s`."""
    return (
        tx.run(
            "UPDATE claim SET used_by = :member, used_at = :now"
            " WHERE token_hash = :hash AND used_by IS NULL AND made_at > :oldest",
            member=member,
            now=now,
            hash=hash_of(token),
            oldest=now - lasts_s,
        )
        > 0
    )


OWN = (Own("claim", "used_by", but=("token_hash",), fate=STAYS),)
