/** Which messages each person has read, as far as this visit knows. */
import { note, noted } from "./memory.js";
import { state } from "./store.js";
import { view } from "./history.js";

const marks = noted("read", {});
let arrival = noted("arrival", null);

const keyOf = (chat) => `${state.me}|${chat}`;

/** Whatever happened before the visit counts as read. */
export function arrive(now) {
  if (arrival !== null && arrival <= now) return;
  arrival = now;
  note("arrival", now);
}

export function firstUnread(chat) {
  return unreadOf(chat)[0]?.id ?? null;
}

function unreadOf(chat) {
  const { messages } = view(chat);
  const mark = marks[keyOf(chat)];
  const worldBeganAnew = mark > (messages.at(-1)?.id ?? 0);
  const isNew = mark === undefined || worldBeganAnew ? (message) => message.date > arrival : (message) => message.id > mark;
  return messages.filter((message) => isNew(message) && message.from?.id !== state.me && !message.service);
}

export const unreadCount = (chat) => unreadOf(chat).length;

export function markRead(chat) {
  const last = view(chat).messages.at(-1)?.id;
  if (last === undefined || marks[keyOf(chat)] === last) return;
  marks[keyOf(chat)] = last;
  note("read", marks);
}
