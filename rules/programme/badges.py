"""Badges: signs of what somebody has done, each by its conditions, or given by the team."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from rules.programme.conditions import Needs, Source
from rules.programme.faults import UNREAD, Promise, require
from rules.programme.levels import KEY, KEY_FORM
from rules.programme.titles import TAKEN, TITLE_LIMIT, taken
from rules.programme.wording import Wording, each_of
from rules.reading.visible import pictured

EMOJI_LIMIT = 8
WORDS_LIMIT = 80
MOST_BADGES = 100


@dataclass(frozen=True)
class Badge:
    """A badge, known by its `key`. A `rare` one is told to the whole group.

    It asks for all of its `needs`, or is an `award` that the team gives. `words` say how one comes by it; where there
    are none, its conditions do.
    """

    key: str
    title: Wording
    emoji: str
    words: Wording = field(default_factory=Wording)
    needs: Needs = field(default_factory=Needs)
    award: bool = False
    rare: bool = False


def _badge(key: str, emoji: str, zh: str, en: str, *, rare: bool = False, award: bool = False, **needs: int) -> Badge:
    return Badge(key, Wording(zh=zh, en=en), emoji, needs=Needs(needs), award=award, rare=rare)


BADGES = (
    _badge("first_answer", "💡", "初次解惑", "First answer", answers_accepted=1),
    _badge("ten_answers", "📚", "答疑达人", "Ten answers", answers_accepted=10),
    _badge("fifty_answers", "🧠", "车友智囊", "Fifty answers", answers_accepted=50, rare=True),
    _badge("found_again", "🌲", "常青答案", "Evergreen", answers_found_again=3),
    _badge("patient_help", "🕯️", "迟来的救星", "Better late", long_waits_ended=3),
    _badge("helped_ten", "🤝", "热心肠", "Helping hand", people_helped=10),
    _badge("helped_fifty", "🚌", "一车人的恩人", "Busload helped", people_helped=50),
    _badge("helped_hundred", "🏅", "百人助手", "Hundred helped", people_helped=100, rare=True),
    _badge("welcoming", "🌱", "新车友向导", "Guide", newcomers_helped=5),
    _badge("mentor_of_three", "🧑‍🏫", "引路人", "Mentor of three", mentored=3, rare=True),
    _badge("thankful", "🙏", "懂得感谢", "Grateful", people_thanked=10),
    _badge("says_why", "💌", "谢得具体", "Says why", thanks_in_words=10),
    _badge("good_asker", "🙋", "会提问", "Good questions", questions_solved=5),
    _badge("best_assist", "🥇", "周最佳助攻", "Best assist", best_assists=1),
    _badge("best_assists", "🏆", "助攻王", "Assist king", best_assists=4, rare=True),
    _badge("streak_7", "🌤️", "一周不断", "Seven days", longest_streak=7),
    _badge("streak_30", "📅", "满月", "Thirty days", longest_streak=30),
    _badge("streak_100", "💯", "百日不断", "Hundred days", longest_streak=100, rare=True),
    _badge("streak_365", "🌏", "绕日一圈", "Round the sun", longest_streak=365, rare=True),
    _badge("one_year", "🎂", "周年老友", "One year", tenure_days=365, check_in_days=30),
    _badge("founder", "🧱", "创始成员", "Founder", founding_days=30, tenure_days=30),
    _badge("first_work", "🎬", "开机", "First work", works_approved=1),
    _badge("ten_works", "🗂️", "十件作品", "Ten works", works_approved=10),
    _badge("first_featured", "✨", "首次精选", "First featured", works_featured=1),
    _badge("five_featured", "🌟", "精选常客", "Five featured", works_featured=5, rare=True),
    _badge("polished", "🪄", "听得进", "Good listener", works_improved=1),
    _badge("well_polished", "💎", "越改越好", "Polished", works_improved=5),
    _badge("all_rounder", "🎨", "多面手", "All-rounder", tracks_tried=3),
    _badge("photographer", "📷", "取景器", "Photographer", photo_works=3),
    _badge("filmmaker", "🎞️", "剪辑台", "Filmmaker", video_works=3),
    _badge("writer", "✍️", "笔杆子", "Writer", writing_works=3),
    _badge("engineer", "🔧", "技术流", "Engineer", tech_works=3),
    _badge("helper_at_work", "🧭", "手把手", "Hands-on", helping_works=3),
    _badge("on_theme", "🎯", "命题高手", "On theme", framework_featured=1),
    _badge("own_way", "🚀", "自由发挥", "Own way", open_works=1),
    _badge("discoverer", "🔭", "玩法发现者", "Discoverer", discoveries_featured=1),
    _badge("worth_seeing", "📸", "晒出精彩", "Worth seeing", shares_featured=1),
    _badge("product_advisor", "🛠️", "品牌荣誉产品顾问", "Product Advisor", suggestions_adopted=1),
    _badge("event_speaker", "🎤", "活动主讲人", "Event speaker", events_spoken=1),
    _badge("event_regular", "🎟️", "活动常客", "Event regular", events_attended=5),
    _badge("team_player", "👥", "合拍", "Team player", team_projects=1),
    _badge("special_thanks", "🎗️", "特别致谢", "Special thanks", award=True, rare=True),
)


class Badges(tuple[Badge, ...]):
    """All badges, in the order in which they are shown. Whatever is kept of one is its key."""

    __slots__ = ()

    def __new__(cls, badges: Iterable[Badge] = BADGES) -> Self:
        declared = super().__new__(cls, badges)
        require(
            (len(declared) <= MOST_BADGES, "0.key", f"begins more than {MOST_BADGES} badges, the most there can be"),
            *(promise for n, badge in enumerate(declared) for promise in _sound(n, badge)),
            *(promise for n, badge in enumerate(declared) for promise in _single(n, badge, declared[:n])),
        )
        return declared

    def named(self, key: str) -> Badge | None:
        """The badge of that key, if there is one."""
        return next((badge for badge in self if badge.key == key), None)

    def reading(self, sources: frozenset[Source]) -> tuple[Badge, ...]:
        """Those whose conditions read any of these; of somebody who has just come to belong, all of them."""
        if Source.BELONGING in sources:
            return self
        return tuple(badge for badge in self if badge.needs.sources & sources)


def _sound(n: int, badge: Badge) -> list[Promise]:
    fits = all(title.strip() and len(title) <= TITLE_LIMIT for title in each_of(badge.title))
    said = all(len(words) <= WORDS_LIMIT for words in each_of(badge.words))
    return [
        (fits, f"{n}.title", f"must have 1 to {TITLE_LIMIT} characters"),
        (len(badge.emoji) <= EMOJI_LIMIT and pictured(badge.emoji), f"{n}.emoji", "must be one emoji"),
        (said, f"{n}.words", f"must have at most {WORDS_LIMIT} characters; leave it out and the conditions speak"),
        (
            bool(badge.needs) != badge.award,
            f"{n}.needs",
            "must name at least one condition such as { people_helped = 10 }; or award = true, which needs none",
        ),
    ]


def _single(n: int, badge: Badge, before: tuple[Badge, ...]) -> list[Promise]:
    known = any(other.key == badge.key != UNREAD for other in before)
    return [
        (bool(KEY.fullmatch(badge.key)), f"{n}.key", KEY_FORM),
        (not known, f"{n}.key", f'is that of an earlier badge; "{badge.key}" can stand for one only'),
        (not taken(badge.title, [other.title for other in before]), f"{n}.title", TAKEN),
    ]
