"""Requests to Telegram over aiohttp, through python-telegram-bot's public extension point."""

from email.utils import parsedate_to_datetime
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING

import aiohttp
from msgspec import Struct
from telegram._utils.types import JSONDict, ODVInput
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.clock import CheckedClock
from storage.packing import unpacked

if TYPE_CHECKING:
    from aiohttp.client_reqrep import ClientRequest
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace

JSON = {"Content-Type": "application/json"}
PLAIN = {"Content-Type": "application/x-www-form-urlencoded"}
TURNED_AWAY = (HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE)


class NotConnected(NetworkError):
    """No connection stood: the request never left this machine."""


class TurnedAway(NetworkError):
    """A gateway says that nobody behind it has taken the request (502, 503)."""


class Distrusted(NotConnected):
    """Whoever answered showed a certificate that is not valid here: by a machine's date that is wrong, none is."""


# Nothing was asked of Telegram: it may be asked again without harm, and nobody has refused anything.
UNREACHED = (NotConnected, TurnedAway)


class Unreadable(NetworkError):
    """Whatever answered, it was not the Bot API: a proxy, or half an answer. The call may have been carried out."""


class Unconnected(aiohttp.ClientConnectionError):
    """Whatever went wrong, it did before a connection stood."""


class Connector(aiohttp.TCPConnector):
    """A pool that tells its own failures from those of a request."""

    async def connect(
        self,
        req: "ClientRequest",
        traces: list["Trace"],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109  # aiohttp's own name
    ) -> "Connection":
        """A connection, new or used before. Raises Unconnected.

        aiohttp has many exceptions for no name, no route, a refusal, no answer, no TLS, no proxy, and one is a TimeoutError.
        """
        try:
            return await super().connect(req, traces, timeout)
        except Exception as wrong:
            raise Unconnected(type(wrong).__name__) from wrong


class AiohttpRequest(BaseRequest):
    """A connection pool for one bot. `proxy` is the address of an HTTP proxy; `clock` hears when Telegram answers."""

    def __init__(
        self, clock: CheckedClock, connections: int = 64, proxy: str | None = None, timeout_s: float = 20.0
    ) -> None:
        self._clock = clock
        self._connections = connections
        self._proxy = proxy
        self._timeout_s = timeout_s
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer."""
        return self._timeout_s

    async def initialize(self) -> None:
        """Open the pool; the session belongs to the running loop."""
        if self._session is None:
            connector = Connector(limit=self._connections, ttl_dns_cache=300)
            self._session = aiohttp.ClientSession(connector=connector, auto_decompress=True)

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """An answer of the Bot API. Raises Unreadable; what stands in it is not for the log."""
        try:
            said = unpacked(payload)
        except ValueError:
            raise Unreadable("no JSON") from None
        if not isinstance(said, dict):
            raise Unreadable("no answer")
        return said

    def _look_at(self, status: int, said: bytes) -> None:
        """Raise TurnedAway, or Unreadable unless it answers a call: a proxy's 404 does not mean that the token is wrong."""
        if status in TURNED_AWAY:
            raise TurnedAway(str(status))
        if status >= HTTPStatus.BAD_REQUEST:
            self.parse_json_payload(said)
        elif b'"result"' not in said:
            raise Unreadable("no result")

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One HTTP request: status and body. Raises NotConnected, TurnedAway, TimedOut, NetworkError."""
        assert self._session is not None, "initialize() first"
        wait_s = read_timeout if isinstance(read_timeout, int | float) else self._timeout_s
        body = _body(request_data)
        headers = JSON if isinstance(request_data, Json) else PLAIN if isinstance(body, bytes) else None
        patience = _patience(wait_s, files=isinstance(body, aiohttp.FormData))
        asked_at = self._clock.pace()
        try:
            async with self._session.request(
                method, _address(url), data=body, headers=headers, timeout=patience, proxy=self._proxy
            ) as response:
                answered_at = self._clock.pace()
                said = await response.read()
                if method == "POST":
                    self._look_at(response.status, said)
                    if date := _dated(response.headers.get("Date", "")):
                        self._clock.heard(date, asked_at, answered_at)
                return response.status, said
        except (aiohttp.ClientError, TimeoutError) as error:
            raise _meaning(error) from None


def _meaning(error: Exception) -> NetworkError:
    """What an exception of aiohttp tells of the request."""
    if isinstance(error, Unconnected):
        distrusted = isinstance(error.__cause__, aiohttp.ClientConnectorCertificateError)
        return Distrusted(str(error)) if distrusted else NotConnected(str(error))
    return TimedOut() if isinstance(error, TimeoutError) else NetworkError(type(error).__name__)


@lru_cache(maxsize=8)
def _dated(header: str) -> float | None:
    """The date of an answer (UTC seconds); None where it has none that can be read."""
    try:
        return parsedate_to_datetime(header).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None


@lru_cache(maxsize=128)
def _address(url: str) -> URL:
    """Taken apart once: the Bot API has one address for each method."""
    return URL(url)


@lru_cache(maxsize=16)
def _patience(wait_s: float, *, files: bool) -> aiohttp.ClientTimeout:
    """For a connection that is free or new, and for the answer; files may get stuck on their way, so all of it ends."""
    return aiohttp.ClientTimeout(
        total=2 * wait_s + 5 if files else None, connect=wait_s, sock_connect=10, sock_read=wait_s
    )


def seconds(wait: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    after = wait.retry_after
    return float(after) if isinstance(after, int) else after.total_seconds()


class Json(Struct, frozen=True):
    """A body that is JSON already. The library hands it on unread, in the place of its own RequestData."""

    body: bytes
    contains_files: bool = False


def _body(data: RequestData | Json | None) -> aiohttp.FormData | bytes | None:
    """Plain parameters are encoded here: aiohttp's forms cost a third of the whole request."""
    if data is None:
        return None
    if isinstance(data, Json):
        return data.body
    if not data.contains_files:
        return data.url_encoded_parameters().encode()
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)  # Telegram shows a name as it is written
    for field, (name, content, mime) in (data.multipart_data or {}).items():
        form.add_field(field, content, filename=name, content_type=mime)
    return form
