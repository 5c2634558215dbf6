/** The messages loaded so far, as the person played sees them: one view per chat and topic. */
import { fetchMessages } from "./api.js";
import { state, tell } from "./store.js";

const PAGE = 50;
const MOST = 300;
const LEFT = 150;

const views = new Map();

const keyOf = (chat, topic) => `${chat}|${topic ?? ""}`;
const viewsOf = (chat) => [...views.values()].filter((view) => view.chat === chat);
const byId = (id) => (message) => message.id === id;

export function view(chat, topic = null) {
  const key = keyOf(chat, topic);
  if (!views.has(key)) views.set(key, { chat, topic, messages: [], early: [], loaded: false, complete: false, waiting: null, held: false });
  return views.get(key);
}

/** The topic of a message; General has no number of its own. */
export const GENERAL = 0;
export const topicOf = (message) => message.topic ?? GENERAL;
const belongs = (kept, message) => kept.topic === null || topicOf(message) === kept.topic;

/** Forgets everything: another person sees other things, and after a gap in the line some were missed. */
export function forget() {
  views.clear();
}

/** Ids do not tell the order: messages for one person's eyes have negative ones. The server's order does. */
function append(kept, message) {
  const at = kept.messages.findIndex(byId(message.id));
  kept.messages = at < 0 ? [...kept.messages, message] : kept.messages.with(at, message);
}

function prepend(kept, messages) {
  const known = new Set(kept.messages.map(({ id }) => id));
  kept.messages = [...messages.filter(({ id }) => !known.has(id)), ...kept.messages];
}

/** Lets go of the oldest once there are many, unless somebody reads there: weeks go by, and the page stays as quick as on its first day. */
function shorten(kept) {
  if (kept.messages.length <= MOST || kept.held || kept.waiting) return;
  kept.messages = kept.messages.slice(-LEFT);
  kept.complete = false;
}

/** Nobody reads further up any more. */
export function release() {
  for (const kept of views.values()) kept.held = false;
}

const oldest = (kept) => kept.messages.find(({ id }) => id > 0)?.id;

async function fetchInto(kept, before) {
  const person = state.me;
  const messages = await fetchMessages(kept.chat, person, { topic: kept.topic, before, limit: PAGE });
  if (person !== state.me) return;
  prepend(kept, messages);
  kept.loaded = true;
  for (const message of kept.early.splice(0)) append(kept, message);
  if (messages.length < PAGE) kept.complete = true;
}

/** One question at a time for each view; who asks meanwhile waits for the same answer. */
function once(kept, before) {
  kept.waiting ??= fetchInto(kept, before).finally(() => {
    kept.waiting = null;
  });
  return kept.waiting;
}

export async function load(chat, topic = null) {
  const kept = view(chat, topic);
  if (!kept.loaded) await once(kept);
  return kept;
}

export async function loadOlder(chat, topic = null) {
  const kept = view(chat, topic);
  if (kept.loaded && !kept.complete && !kept.waiting) await once(kept, oldest(kept));
  return kept;
}

/** Looks for a message further and further back; false when it is not there. */
export async function reach(chat, topic, id) {
  const kept = await load(chat, topic);
  while (!kept.messages.some(byId(id))) {
    if (kept.complete || (oldest(kept) ?? 0) < id) return false;
    await loadOlder(chat, topic);
  }
  return true;
}

export const find = (chat, id) =>
  viewsOf(chat)
    .flatMap((kept) => kept.messages)
    .find(byId(id));

export function take(chat, message) {
  for (const kept of viewsOf(chat)) {
    if (!belongs(kept, message)) continue;
    if (kept.loaded) append(kept, message);
    else kept.early.push(message);
    shorten(kept);
  }
  tell("messages", chat);
}

/** Replaces a message where it is shown; one that was not loaded yet will come in its new form. */
export function replace(chat, message) {
  for (const kept of viewsOf(chat)) {
    kept.messages = kept.messages.map((known) => (known.id === message.id ? message : known));
  }
  tell("messages", chat);
}

export function drop(chat, ids) {
  const gone = new Set(ids);
  for (const kept of viewsOf(chat)) kept.messages = kept.messages.filter((message) => !gone.has(message.id));
  tell("messages", chat);
}

export function takeReactions(chat, id, reactions) {
  const message = find(chat, id);
  if (message) replace(chat, { ...message, reactions });
}
