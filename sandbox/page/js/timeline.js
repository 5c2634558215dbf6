/** The list of messages as elements: days, runs of one person, albums; elements are kept while their message stays the same. */
import { arrange, h } from "./dom.js";
import { dayKey, dayName } from "./format.js";
import { topicOf } from "./history.js";
import { messageRow } from "./message.js";
import { now, state } from "./store.js";
import { isFrom } from "./unread.js";
import { t } from "./words.js";

const RUN_S = 360;

/** Albums become one entry. */
function entriesOf(messages) {
  const entries = [];
  for (const message of messages) {
    const before = entries.at(-1);
    if (message.album && before?.[0].album === message.album) before.push(message);
    else entries.push([message]);
  }
  return entries;
}

function sameRun([one], [other]) {
  if (one.service || other.service || one.ephemeral !== other.ephemeral) return false;
  if (one.from?.id !== other.from?.id || topicOf(one) !== topicOf(other)) return false;
  return Math.abs(other.date - one.date) < RUN_S && dayKey(one.date) === dayKey(other.date);
}

export class Timeline {
  constructor(root) {
    this.root = root;
    this.rows = new Map();
    this.days = new Map();
  }

  clear() {
    this.rows.clear();
    this.days.clear();
    this.root.replaceChildren();
  }

  #row(entry, first, last) {
    const [{ id }] = entry;
    const known = this.rows.get(id);
    const same = known && known.first === first && known.last === last && known.entry.length === entry.length && known.entry.every((message, at) => message === entry[at]);
    if (same) return known.element;
    const element = messageRow(entry, { first, last });
    if (!known && this.lively) element.classList.add("is-new");
    this.rows.set(id, { entry, first, last, element });
    return element;
  }

  #day(key, date) {
    if (!this.days.has(key)) this.days.set(key, h("section", { class: "day" }));
    const section = this.days.get(key);
    const label = dayName(date, now());
    if (section.dataset.label !== label) {
      section.dataset.label = label;
      section.querySelector(".day-name")?.remove();
      section.prepend(h("div", { class: "day-name" }, h("span", {}, label)));
    }
    return section;
  }

  /** Draws `messages`, newest last; `lively` lets new ones come in with a movement. */
  draw(messages, lively) {
    this.lively = lively;
    const entries = entriesOf(messages);
    const days = new Map();
    const begin = state.unreadFrom ? entries.findIndex(([message]) => isFrom(message, state.unreadFrom)) : 0;
    entries.forEach((entry, at) => {
      const first = at === 0 || !sameRun(entries[at - 1], entry);
      const last = at === entries.length - 1 || !sameRun(entry, entries[at + 1]);
      const key = dayKey(entry[0].date);
      if (!days.has(key)) days.set(key, { date: entry[0].date, rows: [] });
      if (at === begin && at > 0) days.get(key).rows.push(this.#unreadLine());
      days.get(key).rows.push(this.#row(entry, first, last));
    });
    for (const id of this.rows.keys()) if (!entries.some(([message]) => message.id === id)) this.rows.delete(id);
    const sections = [...days].map(([key, { date, rows }]) => {
      const section = this.#day(key, date);
      arrange(section, [section.querySelector(".day-name"), ...rows]);
      return section;
    });
    arrange(this.root, sections);
  }

  #unreadLine() {
    this.unread ??= h("div", { class: "unread-line", role: "separator" });
    this.unread.textContent = t("unreadline");
    return this.unread;
  }
}
