/** A poll in a message. */
import { h } from "./dom.js";
import { state } from "./store.js";
import { t } from "./words.js";
import { vote } from "./world.js";

function option(message, { text, count, by }, at, total) {
  const { closed, several, options } = message.poll;
  const mine = by.includes(state.me);
  const others = several ? options.flatMap((other, place) => (place !== at && other.by.includes(state.me) ? [place] : [])) : [];
  const share = total ? Math.round((count / total) * 100) : 0;
  return h("button", { type: "button", class: "option", disabled: closed, "aria-pressed": String(mine), "aria-label": t("vote", { text }), on: { click: () => vote(message, mine ? others : [...others, at]) } },
    h("span", { class: "option-words" }, h("bdi", {}, text), h("span", { class: "option-share" }, `${share}%`)),
    h("progress", { max: 100, value: share, "aria-hidden": "true" }));
}

export function poll(message) {
  const { question, options, closed } = message.poll;
  const total = options.reduce((sum, { count }) => sum + count, 0);
  return h("div", { class: "poll" },
    h("strong", {}, question), h("span", { class: "poll-kind" }, closed ? t("poll.closed") : t("poll")),
    options.map((entry, at) => option(message, entry, at, total)), h("span", { class: "poll-kind" }, t("poll.votes", { n: total })));
}
