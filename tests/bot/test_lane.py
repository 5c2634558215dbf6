"""Whose turn it is in a group: nobody's answers hold up another's, what concerns everybody goes first."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from itertools import pairwise

from bot.delivery.lane import CROWD_EVERY_S, PATIENT, Held, Lane, Turn
from bot.delivery.pace import Limits, Pace
from rules.letters import Kind
from storage.post.bodies import EditMessageText, SendMessage, written
from storage.post.body import Body
from storage.post.letters import Letter, Queued

GROUP, LIN, ZHOU = -5, 7, 8
FOREVER = 1e9


def queued(id: int, letter: Letter) -> Queued:
    """The letter as its row tells."""
    words = (letter.method, written(letter.body), letter.gather, letter.header, letter.keep, letter.fade_s, letter.pin)
    row = (letter.seen_by, None, 0, 0, None, 0, None, None, letter.sort.value, letter.caller)
    return Queued(id, letter.lane, *words, *row)


@dataclass
class Group:
    """A lane that speaks as fast as Telegram allows, on a clock of its own."""

    fair: bool = True
    now: float = 1_000.0
    count: int = 0
    said: list[tuple[float, Queued]] = field(default_factory=list)
    crowds: list[tuple[float, tuple[int | None, ...]]] = field(default_factory=list)
    dropped: list[Queued] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lane = Lane(self.fair)
        self.pace = Pace(Limits(), lambda: self.now)
        self.chat = GROUP if self.fair else LIN

    def put(self, *letters: Letter) -> None:
        for letter in letters:
            self.count += 1
            moot = self.lane.add(Held(queued(self.count, letter), FOREVER, self.now))
            self.dropped += [held.letter for held in moot]

    def second(self) -> None:
        """One second goes by."""
        turn = self.lane.turn(self.pace.room(self.chat), self.now)
        if turn and turn.crowd:
            self.crowds.append((self.now, tuple(held.letter.seen_by for held in turn.held)))
            turn = Turn((Held(queued(0, Letter(GROUP, SendMessage("大家"))), FOREVER, self.now),), None)
        if turn:
            self.pace.spend(self.chat, turn.whose)
            self.said += [(self.now, held.letter) for held in turn.held]
        self.now += 1

    def run(self, seconds: int) -> None:
        for _ in range(seconds):
            self.second()


def answer(caller: int, text: str = "答") -> Letter:
    return Letter(GROUP, SendMessage(text), kind=Kind.ANSWER, caller=caller)


def whisper(reader: int) -> Letter:
    return Letter(GROUP, SendMessage("请看公约"), "covenant/several", seen_by=reader, caller=reader)


def answered(group: Group, caller: int) -> list[float]:
    return [at for at, letter in group.said if letter.caller == caller]


def test_one_who_floods_holds_up_nobody_else() -> None:
    group, waits = Group(), []
    for second in range(180):
        if second % 2 == 0:
            group.put(answer(LIN))
        if second % 30 == 25:
            asked = group.now
            group.put(answer(ZHOU + second))
            group.run(4)
            waits += [at - asked for at in answered(group, ZHOU + second)]
        else:
            group.second()
    assert len(waits) == 6
    assert max(waits) <= 4


def test_a_flood_ends_in_silence_sooner_than_in_a_queue() -> None:
    group = Group()
    for _ in range(90):
        group.put(answer(LIN))
        group.run(1)
    assert len(group.lane) <= PATIENT
    newest = max(letter.id for _, letter in group.said)
    assert newest > 50, "it is the newest calls that are answered"


def test_a_result_is_never_dropped_for_a_flood() -> None:
    group = Group()
    group.put(*(Letter(GROUP, SendMessage("记下了"), kind=Kind.RESULT, caller=LIN) for _ in range(40)))
    group.run(300)
    assert not group.dropped
    assert len(answered(group, LIN)) == 40


def test_results_and_announcements_go_before_answers() -> None:
    group = Group()
    group.put(*(answer(caller) for caller in range(10)))
    group.put(Letter(GROUP, SendMessage("采纳"), kind=Kind.RESULT, caller=99))
    group.put(Letter(GROUP, SendMessage("周榜"), kind=Kind.ANNOUNCEMENT))
    group.run(2)
    assert {letter.kind for _, letter in group.said} == {"announcement", "result"}


def test_a_minute_full_of_answers_still_has_room_for_an_announcement() -> None:
    group = Group()
    group.put(*(answer(caller) for caller in range(40)))
    group.run(30)
    group.put(Letter(GROUP, SendMessage("周榜"), kind=Kind.ANNOUNCEMENT))
    group.run(2)
    assert group.said[-1][1].kind == "announcement"


def test_turning_pages_alone_is_not_held_up() -> None:
    group = Group()
    for page in range(8):
        group.put(Letter(GROUP, EditMessageText(5, f"第 {page} 页"), caller=LIN))
        group.run(2)
    assert len(answered(group, LIN)) == 8


def test_only_the_newest_words_of_a_message_matter_whoever_brought_them() -> None:
    group = Group()
    card: list[Body] = [EditMessageText(5, "待处理"), EditMessageText(5, "莫莫在办"), EditMessageText(6, "别的")]
    group.put(*(Letter(GROUP, body, caller=LIN + n) for n, body in enumerate(card)))
    group.run(5)
    assert [letter.said for _, letter in group.said] == card[1:]
    assert [letter.said for letter in group.dropped] == card[:1]


def test_words_that_had_to_wait_do_not_come_after_newer_ones() -> None:
    group = Group()
    group.put(Letter(GROUP, EditMessageText(5, "待处理"), caller=LIN))
    turn = group.lane.turn(group.pace.room(GROUP), group.now)
    assert turn
    group.put(Letter(GROUP, EditMessageText(5, "莫莫在办"), caller=ZHOU))
    assert [held.letter.id for held in group.lane.put_back(turn)] == [1]
    group.run(3)
    assert [letter.said for _, letter in group.said] == [EditMessageText(5, "莫莫在办")]


def test_in_private_the_first_in_is_the_first_out() -> None:
    group = Group(fair=False)
    group.put(*(Letter(LIN, SendMessage(str(n)), kind=Kind.RESULT if n % 2 else None) for n in range(30)))
    group.run(30)
    assert [letter.id for _, letter in group.said] == list(range(1, 31))


def told_within(group: Group, newcomers: int, seconds: int) -> float:
    """So many newcomers call within so many seconds; how long the last of them waits for the covenant."""
    called: dict[Hashable, float] = {}
    for second in range(seconds + 60):
        while len(called) < min(newcomers, (second + 1) * newcomers // seconds):
            reader = 1_000 + len(called)
            called[reader] = group.now
            group.put(whisper(reader))
        group.second()
    told = {letter.seen_by: at for at, letter in group.said if letter.seen_by}
    told.update({reader: at for at, readers in group.crowds for reader in readers})
    assert set(told) == set(called)
    return max(told[reader] - called[reader] for reader in told)


def test_a_first_morning_is_told_by_a_few_messages_at_once() -> None:
    for newcomers in (150, 500):
        group = Group()
        assert told_within(group, newcomers, 120) <= 30
        assert len(group.said) <= 20


def test_others_are_answered_on_a_first_morning_too() -> None:
    group, waits = Group(), []
    for second in range(120):
        group.put(whisper(1_000 + second))
        if second % 20 == 15:
            asked = group.now
            group.put(answer(second))
            group.run(4)
            waits += [at - asked for at in answered(group, second)]
        group.second()
    assert len(waits) == 6
    assert max(waits) <= 4


def test_one_or_two_are_told_alone() -> None:
    group = Group()
    for reader in (1, 2):
        group.put(whisper(reader))
        group.run(3)
    assert [letter.seen_by for _, letter in group.said] == [1, 2]
    assert not group.crowds


def test_one_who_comes_after_the_crowd_waits_a_moment_and_is_told_alone() -> None:
    group = Group()
    group.put(*(whisper(reader) for reader in range(1, 6)))
    group.run(1)
    group.put(whisper(9))
    group.run(int(CROWD_EVERY_S) + 2)
    assert [len(readers) for _, readers in group.crowds] == [5]
    assert [letter.seen_by for _, letter in group.said if letter.seen_by] == [9]


def test_one_who_asks_for_the_same_again_is_no_crowd_and_waits_no_longer_for_it() -> None:
    group = Group()
    for _ in range(40):
        group.put(whisper(LIN))
        group.second()
    assert not group.crowds
    assert len(answered_alone := [at for at, letter in group.said if letter.seen_by == LIN]) >= 5
    assert max(later - before for before, later in pairwise(answered_alone)) <= CROWD_EVERY_S + 1
    assert len(group.dropped) + len(answered_alone) >= 39


def test_other_limits_begin_with_nothing_counted() -> None:
    group = Group()
    for number in range(25):
        group.put(answer(number))
    group.run(30)
    assert len(group.said) < 25
    group.pace.limit(Limits(group_per_min=1_000))
    group.run(30)
    assert len(group.said) == 25
    group.pace.limit(Limits())
    assert group.pace.room(GROUP).left == Limits().group_per_min
