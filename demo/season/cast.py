"""Who plays: the people of a car maker's community, and the chats in which they meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sandbox.world.chats import Chat, Topic
from sandbox.world.members import Membership
from sandbox.world.people import Person
from sandbox.world.world import World

BRAND = "星途汽车"
TIMEZONE = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody of the cast, as the page introduces them."""

    name: str
    username: str
    role: str
    bio: str
    language: str = "zh-hans"


CHARACTERS = (
    Character("林晓满", "lin_xiaoman", "koc", "摄影师，后备箱永远有三脚架。只拍日出前后的光。"),
    Character("何川", "hechuan", "koc", "一年四万公里，川藏线跑过三趟。"),
    Character("陈默", "chenmo", "koc", "嵌入式工程师，每次 OTA 都第一个读完更新日志。"),
    Character("梅雨晴", "meiyuqing", "koc", "两个孩子的妈妈，周末不是在露营就是在去露营的路上。"),
    Character("高鹏", "gaopeng", "koc", "自己画了一张充电地图，全城的桩都试过。"),
    Character("唐可", "tangke", "koc", "收纳控，车里每样东西都有固定的位置。"),
    Character("苏木", "sumu", "koc", "拍短视频的，配音也自己来。"),
    Character("韩冬", "handong", "koc", "住在哈尔滨，零下三十度照样每天通勤。"),
    Character("顾小北", "guxiaobei", "koc", "去年拿的驾照，第一台车，什么都想问。"),
    Character("江澜", "jianglan", "koc", "冲浪爱好者，车顶长年绑着一块板。"),
    Character("罗一", "luoyi", "koc", "修过十年车，现在只修自己的。"),
    Character("白鹿", "bailu", "koc", "平面设计师，给车友会画过一整套贴纸。"),
    Character("周建国", "zhoujianguo", "mentor", "六十二岁，车友都叫他老周。新人的事就是他的事。"),
    Character("莫莉", "moli", "moderator", "社群版主，记得住每个人的车是什么颜色。"),
    Character("许瑞秋", "xuruiqiu", "reviewer", "内容运营，作品都由她来看。"),
    Character("沈星宇", "shenxingyu", "owner", "品牌主理人，群是他建的。"),
    Character("夏天", "xiatian", "newcomer", "昨天刚提车，今天刚进群。"),
    Character("贺知远", "hezhiyuan", "newcomer", "订了车还没到，先来听听大家怎么说。"),
    Character("田野", "tianye", "newcomer", "刚从朋友手里接过一台三年的车，还没进群。"),
    Character("方圆", "fangyuan", "newcomer", "老师，每天接送孩子，还没进群。"),
    Character("Emily", "emily", "koc", "Moved here for work; learns the city one charging stop at a time.", "en"),
    Character("Tom", "tombecker", "koc", "Engineer. Keeps a torque wrench in the boot and lends it out.", "en"),
    Character("Priya", "priyanair", "koc", "School runs on weekdays, mountains on weekends.", "en"),
    Character("Diego", "diegoramos", "newcomer", "Picked up the car on Friday, has joined nothing yet.", "en"),
)
STAFF = ("莫莉", "许瑞秋", "沈星宇")
CORE = ("林晓满", "何川", "陈默", "周建国", "莫莉", "沈星宇")
ABROAD = ("Emily", "Tom", "Priya", "陈默", "何川", "莫莉")
OUTSIDE = NEWCOMERS = ("夏天", "贺知远", "田野", "方圆", "Diego")
TOPICS = (("公告", "📣"), ("提问", "🙋"), ("签到", "📅"), ("闲聊", "💬"), ("挑战", "🎯"))


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody by name, and where they meet."""

    world: World
    people: dict[str, Person]
    community: Chat
    core: Chat
    staff: Chat
    channel: Chat
    english: Chat

    def place(self, word: str, person: Person) -> tuple[Chat, Topic | None]:
        """The chat and topic that a script calls `word`, for that person. Raises KeyError."""
        if word == "私聊":
            return self.world.private(person), None
        chats = {
            "群": self.community,
            "核心": self.core,
            "运营": self.staff,
            "频道": self.channel,
            "英文": self.english,
        }
        if word in chats:
            return chats[word], None
        topics = {topic.name: topic for topic in self.community.topics.values()}
        return self.community, topics[word]

    def settle(self, count: int) -> list[str]:
        """So many more members in the community, who have been there long; their names."""
        names = [f"邻居{n + 1:02}" for n in range(count)]
        for name in names:
            person = self.people[name] = self.world.person(name)
            self.community.members[person.id] = Membership(person, joined_at=self.world.clock.now())
        return names

    def named(self, names: Sequence[str]) -> list[Person]:
        """People by name."""
        return [self.people[name] for name in names]


def assemble(world: World) -> Cast:
    """Bring everybody together in a fresh world; the bot is in every chat and has been told nothing."""
    world.brand, world.bot.name = BRAND, "小星"
    people = {one.name: _arrived(world, one) for one in CHARACTERS}
    owner, staff = people["沈星宇"], [people[name] for name in STAFF]
    inside = [people[one.name] for one in CHARACTERS if one.name not in OUTSIDE and one.language != "en"]
    first = [owner, *(person for person in inside if person is not owner)]
    community = world.group("星途车友会", forum=True, people=first, bot="administrator")
    core = world.group("星途核心圈", people=[owner, *(people[name] for name in CORE[:-1])], bot="administrator")
    desk = world.group(
        "运营工作台", people=[owner, *(person for person in staff if person is not owner)], bot="administrator"
    )
    channel = world.channel("星途精选", owner=owner)
    english = world.group("Starway Owners", people=[owner, *(people[name] for name in ABROAD)], bot="administrator")
    fresh = world.group("周末自驾小分队", people=[owner, people["何川"], people["江澜"]], bot="administrator")
    fresh.description = "刚建的群。机器人进来了，还没有用途，等主理人发 /setup。"
    cast = Cast(world, people, community, core, desk, channel, english)
    _furnish(cast, owner)
    world.updates.clear()
    return cast


def _arrived(world: World, one: Character) -> Person:
    person = world.person(one.name, username=one.username, language_code=one.language)
    person.role, person.bio = one.role, one.bio
    return person


def _furnish(cast: Cast, owner: Person) -> None:
    """Topics, descriptions, the parts that the page shows, and readers of the channel."""
    world = cast.world
    for name, emoji in TOPICS:
        world.topic(cast.community, name, emoji=emoji, by=owner)
    told = {
        "community": (cast.community, "星途车主的大本营：问得到答案，帮得上别人，也看得见彼此。"),
        "core": (cast.core, "老朋友的小圈子，先聊到新东西，也先挑毛病。"),
        "staff": (cast.staff, "审核作品、发放礼品、照看社群。"),
        "channel": (cast.channel, "车友们的精选作品。"),
    }
    for part, (chat, about) in told.items():
        chat.part, chat.description, chat.language = part, about, "zh"
    cast.english.part, cast.english.language = "community", "en"
    cast.english.description = "Starway owners who would rather speak English. Same rules, same points."
    for name in STAFF[:-1]:
        world.promote(cast.community, cast.people[name], by=owner)
    for person in cast.people.values():
        if not cast.channel.present(person.id) and person.language_code != "en":
            person.join(cast.channel)
