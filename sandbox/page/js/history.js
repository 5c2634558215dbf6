/** The messages loaded so far, as the person played sees them: one view per chat and topic. */
import { fetchMessages } from "./api.js";
import { state, tell } from "./store.js";

const PAGE = 50;
const GENERAL = 1;

const views = new Map();

const keyOf = (chat, topic) => `${chat}|${topic ?? ""}`;
const viewsOf = (chat) => [...views.values()].filter((view) => view.chat === chat);
const newest = (one, other) => one.id - other.id;

export function view(chat, topic = null) {
  const key = keyOf(chat, topic);
  if (!views.has(key)) views.set(key, { chat, topic, messages: [], loaded: false, complete: false, waiting: null });
  return views.get(key);
}

export const topicOf = (message) => message.topic ?? GENERAL;
const belongs = (kept, message) => kept.topic === null || topicOf(message) === kept.topic;

/** Forgets everything: another person sees other things, and after a gap in the line some were missed. */
export function forget() {
  views.clear();
}

function merge(kept, messages) {
  const known = new Map(kept.messages.map((message) => [message.id, message]));
  for (const message of messages) known.set(message.id, message);
  kept.messages = [...known.values()].sort(newest);
}

async function fetchInto(kept, before) {
  const person = state.me;
  const messages = await fetchMessages(kept.chat, person, { topic: kept.topic, before, limit: PAGE });
  if (person !== state.me) return;
  merge(kept, messages);
  kept.loaded = true;
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
  if (kept.loaded && !kept.complete && !kept.waiting) await once(kept, kept.messages[0]?.id);
  return kept;
}

/** Looks for a message further and further back; false when it is not there. */
export async function reach(chat, topic, id) {
  const kept = await load(chat, topic);
  while (!kept.messages.some((message) => message.id === id)) {
    if (kept.complete || (kept.messages[0]?.id ?? 0) < id) return false;
    await loadOlder(chat, topic);
  }
  return true;
}

export const find = (chat, id) =>
  viewsOf(chat)
    .flatMap((kept) => kept.messages)
    .find((message) => message.id === id);

export function take(chat, message) {
  for (const kept of viewsOf(chat)) if (kept.loaded && belongs(kept, message)) merge(kept, [message]);
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
