"""Titles of the tracks: what a creator is called in a track, by works of it that passed and were featured."""

from dataclasses import dataclass, field

from rules.programme.conditions import NAMED, Needs, Source
from rules.programme.faults import UNREAD, Promise, require
from rules.programme.levels import KEY, KEY_FORM
from rules.programme.titles import TAKEN, UNFIT, fits_tag, taken
from rules.programme.wording import Wording

TRACKS = ("photo", "video", "writing", "tech", "helping")
MOST_TITLES, MOST_WORKS, MOST_DAYS = 10, 1000, 365
OF_A_TRACK = frozenset(f"{track}_{what}" for track in TRACKS for what in ("works", "featured"))
PER_TRACK = "is counted in each track by works and featured"
NOTHING = "must ask for something: works, featured, or needs"


@dataclass(frozen=True)
class TrackTitle:
    """A title, known by its `key`: so many `works` of the track that passed, so many of them `featured`, and `needs`.

    It is to be had in `tracks`, where none are named in all.
    """

    key: str
    title: Wording
    works: int = 0
    featured: int = 0
    needs: Needs = field(default_factory=Needs)
    tracks: tuple[str, ...] = ()

    def in_track(self, track: str) -> bool:
        """Whether it is to be had there."""
        return not self.tracks or track in self.tracks

    def asks(self, track: str) -> Needs:
        """Its conditions in that track."""
        counted = {f"{track}_works": self.works, f"{track}_featured": self.featured}
        return Needs({**{name: much for name, much in counted.items() if much}, **self.needs})


TITLES = (
    TrackTitle("rising", Wording(zh="新锐创作者", en="Rising Talent"), works=3),
    TrackTitle("senior", Wording(zh="资深创作者", en="Seasoned Creator"), works=8, featured=2),
    TrackTitle(
        "invited",
        Wording(zh="特约创作者", en="Resident Creator"),
        works=15,
        featured=5,
        needs=Needs({"clean_days": 30}),
    ),
)


@dataclass(frozen=True)
class TrackTitles:
    """The `[track_titles]` section: the titles, lowest first, and how staff are asked.

    Staff have `answer_days` for a proposal, and are not asked the same again for `again_days`.
    """

    titles: tuple[TrackTitle, ...] = TITLES
    answer_days: int = 14
    again_days: int = 30

    def __post_init__(self) -> None:
        require(
            (len(self.titles) <= MOST_TITLES, "titles", f"must be at most {MOST_TITLES}"),
            *(promise for n, one in enumerate(self.titles) for promise in self._sound(n, one)),
            (1 <= self.answer_days <= MOST_DAYS, "answer_days", f"must be 1 to {MOST_DAYS}"),
            (1 <= self.again_days <= MOST_DAYS, "again_days", f"must be 1 to {MOST_DAYS}"),
        )

    def _sound(self, n: int, one: TrackTitle) -> list[Promise]:
        earlier = any(other.key == one.key != UNREAD for other in self.titles[:n])
        amounts = (("works", one.works), ("featured", one.featured))
        return [
            (bool(KEY.fullmatch(one.key)), f"titles.{n}.key", KEY_FORM),
            (not earlier, f"titles.{n}.key", f'is that of an earlier title; "{one.key}" can stand for one only'),
            (fits_tag(one.title), f"titles.{n}.title", UNFIT),
            (not taken(one.title, [other.title for other in self.titles[:n]]), f"titles.{n}.title", TAKEN),
            *((0 <= much <= MOST_WORKS, f"titles.{n}.{name}", f"must be 0 to {MOST_WORKS}") for name, much in amounts),
            (bool(one.works or one.featured or one.needs), f"titles.{n}.works", NOTHING),
            *((name not in OF_A_TRACK, f"titles.{n}.needs.{name}", PER_TRACK) for name in one.needs),
            *(
                (not NAMED[name].at_most, f"titles.{n}.needs.{name}", "is nothing that anybody can work for")
                for name in one.needs
                if name in NAMED
            ),
            *(
                (track in (*TRACKS, UNREAD), f"titles.{n}.tracks", f"must be of: {', '.join(TRACKS)}")
                for track in one.tracks
            ),
        ]

    def named(self, key: str) -> TrackTitle | None:
        """The title of that key, if there is one."""
        return next((one for one in self.titles if one.key == key), None)

    def called(self, key: str) -> Wording:
        """What the title of that key is called; one that is gone from the configuration by its key."""
        one = self.named(key)
        return one.title if one else Wording(key)

    def place(self, key: str) -> int:
        """How many titles are at or below it: 0 for none, and for a key that stands for none any more."""
        return next((n for n, one in enumerate(self.titles, 1) if one.key == key), 0)

    def of(self, track: str) -> tuple[TrackTitle, ...]:
        """The titles that are to be had in that track, lowest first."""
        return tuple(one for one in self.titles if one.in_track(track))

    def above(self, key: str, track: str) -> tuple[TrackTitle, ...]:
        """Those of the track above the title of that key, lowest first."""
        return tuple(one for one in self.of(track) if self.place(one.key) > self.place(key))

    @property
    def names(self) -> frozenset[str]:
        """All conditions that titles ask for, in any track."""
        return frozenset(name for track in TRACKS for one in self.of(track) for name in one.asks(track))

    @property
    def sources(self) -> frozenset[Source]:
        """Everything by which a title may be earned or doubted."""
        return frozenset({Source.WORKS, Source.BELONGING, *(s for name in self.names for s in NAMED[name].reads)})
