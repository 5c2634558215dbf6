/** What the page knows, and who wants to hear when it changes. */
import { kept, keep } from "./memory.js";
import { t } from "./words.js";

/** The first language of the browser that the page has; English where it has none of them. */
function browsersLanguage() {
  const wished = navigator.languages.map((language) => language.slice(0, 2).toLowerCase());
  return wished.find((language) => language === "zh" || language === "en") ?? "en";
}

export const state = {
  world: "", // the name of the world: another one has other messages
  brands: {},
  bot: { id: 0, name: "", username: "" },
  timezone: "Asia/Shanghai",
  clock: { now: 0, heard: 0 },
  people: new Map(),
  chats: new Map(),
  me: null, // id of the person played
  chat: null, // id of the open chat
  topic: null, // id of the open topic, null = all
  line: "online",
  season: { playing: false, title: "", day: 0, landmarks: [] },
  typing: new Map(), // chat id -> {name, until}
  lang: kept("lang", browsersLanguage()),
};

const listeners = new Map();

export function on(subject, listener) {
  if (!listeners.has(subject)) listeners.set(subject, new Set());
  listeners.get(subject).add(listener);
}

export function tell(subject, detail) {
  for (const listener of listeners.get(subject) ?? []) listener(detail);
}

export function forgetListeners() {
  listeners.clear();
}

export function setLanguage(lang) {
  state.lang = lang;
  keep("lang", lang);
}

export const me = () => state.people.get(state.me);
export const openChat = () => state.chats.get(state.chat);

/** Seconds UTC in the world, real time flowing on from the last word about it. */
export const now = () => state.clock.now + (performance.now() - state.clock.heard) / 1000;

export function setClock(seconds) {
  state.clock = { now: seconds, heard: performance.now() };
  tell("clock");
}

const PARTS = { channel: "channel", private: "private" };
export const partOf = (chat) => PARTS[chat.kind] ?? chat.part ?? "community";

/** The chats of `person`, and those one may walk into. */
export const chatsOf = (person) => [...state.chats.values()].filter((chat) => chat.members.includes(person));
export const doorsFor = (person) =>
  [...state.chats.values()].filter(
    (chat) => chat.kind !== "private" && !chat.members.includes(person) && ["community", "channel"].includes(chat.part) && (!chat.language || chat.language === languageOf(state.people.get(person))),
  );

/** The page's language nearest to the one somebody's app is in. */
export const languageOf = (person) => (person?.language?.startsWith("en") ? "en" : "zh");

/** Everybody, those first who speak the page's language. */
export const cast = () => {
  const people = [...state.people.values()];
  return [...people.filter((person) => languageOf(person) === state.lang), ...people.filter((person) => languageOf(person) !== state.lang)];
};

export const peopleIn = (chat) => chat.members.map((id) => state.people.get(id)).filter(Boolean);

/** General has no name of its own. */
export const topicName = (topic) => `${topic.emoji || (topic.id ? "#" : "💬")} ${topic.name || t("general")}`;

export function mayWrite(chat, person = me()) {
  if (chat.kind !== "channel") return true;
  return chat.posters ? chat.posters.includes(person.id) : person.role === "owner";
}
