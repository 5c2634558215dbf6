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

/** What came after the mark; without one, or in a world that began anew, what came since the visit began. */
function since(messages, mark) {
  const at = messages.findIndex(({ id }) => id === mark);
  if (at >= 0) return messages.slice(at + 1);
  const gone = mark === undefined || !messages.some(({ id }) => id >= Math.abs(mark));
  return messages.filter(gone ? ({ date }) => date > arrival : ({ id }) => id > mark);
}

function unreadOf(chat) {
  const fresh = since(view(chat).messages, marks[keyOf(chat)]);
  return fresh.filter((message) => message.from?.id !== state.me && !message.service);
}

export const unreadCount = (chat) => unreadOf(chat).length;

export function markRead(chat) {
  const last = view(chat).messages.at(-1)?.id;
  if (last === undefined || marks[keyOf(chat)] === last) return;
  marks[keyOf(chat)] = last;
  note("read", marks);
}
