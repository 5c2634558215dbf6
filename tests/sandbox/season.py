"""A short season in which people do everything that people can do."""

from sandbox.world.chats import Chat
from sandbox.world.people import Person
from sandbox.world.world import World


def lived(world: World, lin: Person, zhou: Person) -> Chat:
    """Everything that makes an update, once."""
    group = world.group("车友会", forum=True, topics=("签到", "问答"), people=[lin, zhou], bot="administrator")
    checkin, _ = group.topics.values()
    words = lin.say(group, "签到 #打卡 @kocbot /me https://example.com", topic=checkin)
    zhou.say(group, "谢谢你", reply_to=words)
    lin.edit(words, "签到!")
    lin.send(group, photo="photo-1", caption="日落 #攻略")
    lin.send(group, video="video-1")
    lin.send(group, document="document-1", name="路书.txt")
    lin.send(group, sticker="photo-2")
    lin.send(group, voice="voice-1")
    lin.album(group, ["photo-3", "photo-4"], caption="两张")
    zhou.react(words, "👍")
    zhou.react(words, "🔥")
    zhou.react(words, None)
    moving(world, lin, zhou, group)
    voices(world, lin, group)
    return group


def moving(world: World, lin: Person, zhou: Person, group: Chat) -> None:
    """Comings and goings."""
    newcomer = world.person("新人", username="newbie")
    newcomer.join(group)
    newcomer.leave(group)
    newcomer.request_to_join(group)
    world.promote(group, zhou)
    world.demote(group, zhou)
    other = world.group("新群", kind="group", people=[lin, zhou])
    world.add_bot(other, lin)
    new = world.migrate(other)
    lin.say(new, "升级了")
    world.remove_bot(new, lin)
    zhou.start("invite_7")
    zhou.block_bot()
    zhou.unblock_bot()


def voices(world: World, lin: Person, group: Chat) -> None:
    """Channels, anonymous administrators, forwards."""
    channel = world.channel("官方频道", owner=lin)
    world.link(channel, group)
    post = world.channel_post(channel, "新品发布 https://example.com")
    world.anonymous_admin(group).say(group, "公告")
    world.channel_voice(world.channel("别的频道", bot=None)).say(group, "广告")
    forwarded = lin.forward(post, group)
    lin.forward(forwarded, world.private(lin))
    lin.forward(lin.say(group, "转我"), world.private(lin))
