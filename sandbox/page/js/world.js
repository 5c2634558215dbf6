/** What one does on the page: become somebody, open a chat, act; and what comes back from the server. */
import * as api from "./api.js";
import { connect } from "./live.js";
import * as past from "./history.js";
import { keep, kept } from "./memory.js";
import { go, here } from "./route.js";
import { cast, chatsOf, me, setClock, state, tell } from "./store.js";
import { explain, hushToasts, toast } from "./toast.js";
import { arrive, firstUnread, markRead } from "./unread.js";
import { t } from "./words.js";
import { narrow } from "./dom.js";

const TYPING_MS = 5000;

function takeState(world) {
  if (state.world && state.world !== world.world) location.reload(); // begun anew: nothing shown here exists any more
  state.world = world.world;
  state.brands = typeof world.brand === "object" ? world.brand : { zh: world.brand ?? "" };
  state.bot = world.bot ?? { id: 0, name: "kocbot", username: "kocbot" };
  state.timezone = world.timezone ?? "Asia/Shanghai";
  state.people = new Map(world.people.filter((person) => !person.is_bot).map((person) => [person.id, person]));
  state.chats = new Map(world.chats.map((chat) => [chat.id, { ...chat, topics: topicsOf(chat) }]));
  state.season = { day: 0, ...world.scenario };
  setClock(world.now);
}

/** A forum has General besides the topics that somebody opened. */
function topicsOf(chat) {
  if (!chat.forum) return [];
  return [{ id: past.GENERAL, name: "", emoji: "" }, ...chat.topics.filter((topic) => topic.id !== past.GENERAL)];
}

export async function refreshState() {
  takeState(await api.fetchState());
  tell("state");
}

export async function begin() {
  takeState(await api.fetchState());
  arrive(state.world, Math.floor(state.clock.now));
  const wished = here();
  state.me = [wished.person, kept("me", null), cast()[0].id].find((id) => state.people.has(id));
  const place = state.chats.has(wished.chat) ? wished : {};
  await settle(place.chat ?? null, place.topic ?? null);
}

const favourite = () => chatsOf(state.me).find((chat) => chat.kind !== "private" && chat.kind !== "channel") ?? chatsOf(state.me)[0];

async function settle(chat, topic) {
  hushToasts();
  past.forget();
  keep("me", state.me);
  state.typing.clear();
  connect(state.me, takeEvent, lineChanged);
  await loadList();
  const mine = chat !== null && state.chats.get(chat)?.members.includes(state.me);
  state.chat = mine ? chat : null;
  state.topic = mine ? topic : null;
  tell("state");
  if (mine) return open(chat, topic, { replace: true });
  if (narrow() || !favourite()) return closeChat({ replace: true });
  return open(favourite().id, null, { replace: true });
}

async function loadList() {
  const loads = chatsOf(state.me).map((chat) => past.load(chat.id));
  for (const { reason } of await Promise.allSettled(loads)) if (reason) explain(reason, t("error.load"));
}

/** Plays another person, staying in the open chat when that one is in it, too. */
export async function become(id) {
  if (id === state.me || !state.people.has(id)) return;
  const wasPrivate = state.chats.get(state.chat)?.kind === "private";
  const next = wasPrivate ? id : state.chat;
  const topic = wasPrivate ? null : state.topic;
  state.me = id;
  await settle(next, topic);
  if (narrow()) toast(t("nowyou", { name: me().name }));
}

export async function open(chat, topic = null, how = {}) {
  state.chat = chat;
  state.topic = topic;
  state.unreadFrom = firstUnread(chat, topic);
  go({ person: state.me, chat, topic }, how);
  tell("opened");
  await past.load(chat, topic).catch((error) => explain(error, t("error.load")));
  if (state.chat !== chat) return;
  markRead(chat, topic);
  tell("messages", chat);
  tell("chats");
}

export function closeChat(how = {}) {
  state.chat = state.topic = null;
  go({ person: state.me }, how);
  tell("opened");
  tell("chats");
}

export async function travel() {
  const { person, chat, topic } = here();
  if (person !== null && person !== state.me && state.people.has(person)) {
    state.me = person;
    return settle(chat, topic);
  }
  return state.chats.has(chat) ? open(chat, topic, { replace: true }) : closeChat({ replace: true });
}

/** Opens `chat` at a message, looking back for it as far as needed. */
export async function jump(chat, id) {
  if (state.chat !== chat) await open(chat);
  tell("seek");
  let there = await past.reach(chat, state.topic, id);
  if (!there && state.topic !== null) {
    await open(chat);
    tell("seek");
    there = await past.reach(chat, null, id);
  }
  if (!there) toast(t("notloaded"));
  return tell("jump", id);
}

// ---- acting

export const act = (doing, fields) => api.act(state.me, doing, fields);

/** Acts, and explains a refusal; undefined when refused. */
export async function tryAct(doing, fields, hint) {
  const actor = state.me;
  try {
    return await act(doing, fields);
  } catch (error) {
    return actor === state.me ? explain(error, hint) : undefined;
  }
}

export async function pressStart(payload = "") {
  await open(state.me);
  const done = await tryAct("start", { payload });
  if (done) await refreshState();
}

export async function joinChat(chat) {
  if (!(await tryAct("join", { chat: chat.id }))) return;
  await refreshState();
  toast(t("joined", { title: chat.title }));
  await open(chat.id);
}

/** Follows an invitation; the chat may ask somebody first. */
export async function joinByLink(link) {
  const done = await tryAct("join", { link });
  if (!done) return;
  await refreshState();
  const chat = state.chats.get(done.chat);
  if (chat?.members.includes(state.me)) await open(chat.id);
  else toast(t("asked"));
}

export async function leaveChat(chat) {
  if (!(await tryAct("leave", { chat: chat.id }))) return;
  closeChat();
  await refreshState();
}

export async function setBlocked(blocked) {
  if (await tryAct(blocked ? "block" : "unblock")) await refreshState();
}

export async function vote(message, options) {
  if (!(await tryAct("vote", { chat: message.chat, message: message.id, options }))) return;
  const latest = await api.fetchMessages(message.chat, state.me, { before: message.id > 0 ? message.id + 1 : undefined, limit: 1 });
  for (const fresh of latest) past.replace(message.chat, fresh);
}

// ---- hearing

function lineChanged(line, again) {
  state.line = line;
  tell("line");
  if (line === "online" && again) catchUp();
}

async function catchUp() {
  past.forget();
  try {
    await refreshState();
    await loadList();
    await past.load(state.chat, state.topic);
  } catch (error) {
    explain(error, t("error.load"));
  }
  tell("messages", state.chat);
  tell("chats");
  toast(t("reconnected"), "good");
}

function messageCame({ chat, message }) {
  state.typing.delete(chat);
  past.take(chat, message);
  if (chat === state.chat && !document.hidden) markRead(chat, state.topic);
  if (message.service) refreshSoon(); // somebody came or went, something was pinned or renamed
  tell("chats");
}

function typingCame({ chat, person }) {
  const id = typeof person === "object" ? person.id : person;
  if (id === state.me) return;
  const name = person.name ?? (id === state.bot.id ? state.bot.name : state.people.get(id)?.name) ?? "";
  state.typing.set(chat, { name, until: performance.now() + TYPING_MS });
  setTimeout(() => tell("typing"), TYPING_MS + 50);
  tell("typing");
}

let refreshing = 0;
function refreshSoon() {
  clearTimeout(refreshing);
  refreshing = setTimeout(() => refreshState().catch(explain), 250);
}

const HEARERS = {
  message: messageCame,
  edited: ({ chat, message }) => (past.replace(chat, message), tell("chats")),
  deleted: ({ chat, ids }) => (past.drop(chat, ids), tell("chats")),
  reactions: ({ chat, message_id: id, reactions }) => past.takeReactions(chat, id, reactions),
  typing: typingCame,
  clock: ({ now }) => setClock(now),
  season: ({ playing, title, day, landmarks }) => ((state.season = { playing, title, day, landmarks }), tell("season")),
  member: refreshSoon,
  topics: refreshSoon,
  state: refreshSoon,
};

function takeEvent(event) {
  HEARERS[event.type]?.(event);
}
