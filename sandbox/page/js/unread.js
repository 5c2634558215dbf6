/** What each person has read, as far as this visit knows: up to which place of a chat, or of a topic of it. */
import { topicOf, view } from "./history.js";
import { note, noted } from "./memory.js";
import { state } from "./store.js";

let book = { world: "", arrival: 0, marks: {} };

const keyOf = (chat, topic = null) => [state.me, chat, topic].filter((part) => part !== null).join("|");
/** Places are [number, whisper]; they stay when the message that stood there is tidied away. */
const after = (one, other) => one[0] - other[0] || one[1] - other[1];

/** Whatever happened before the visit counts as read; another world is another visit. */
export function arrive(world, now) {
  const before = noted("read", null);
  book = before?.world === world ? before : { world, arrival: now, marks: {} };
  note("read", book);
}

/** The later one of what was read of the whole chat and of that topic; null where nothing was. */
function readUntil(chat, topic = null) {
  const marks = [book.marks[keyOf(chat)], topic === null ? null : book.marks[keyOf(chat, topic)]];
  return marks.filter(Boolean).sort(after).at(-1) ?? null;
}

/** Whether a message came after the person had last looked there. */
function isUnread(message) {
  if (message.from?.id === state.me || message.service) return false;
  const mark = readUntil(message.chat, topicOf(message));
  return mark === null ? message.date > book.arrival : after(message.place, mark) > 0;
}

/** The place of the first unread message of what is shown, null where there is none. */
export const firstUnread = (chat, topic = null) => view(chat, topic).messages.find(isUnread)?.place ?? null;

/** Whether a message stands there or later. */
export const isFrom = (message, place) => after(message.place, place) >= 0;

/** How many are unread in a chat, or in one topic of it. */
export const unreadCount = (chat, topic = null) =>
  view(chat).messages.filter((message) => (topic === null || topicOf(message) === topic) && isUnread(message)).length;

export function markRead(chat, topic = null) {
  const place = view(chat, topic).messages.at(-1)?.place;
  const known = readUntil(chat, topic);
  if (!place || (known && after(place, known) <= 0)) return;
  book.marks[keyOf(chat, topic)] = place;
  note("read", book);
}
