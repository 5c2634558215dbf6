/** One bubble: who, what, when, and what one can do with it. */
import { avatar } from "./avatar.js";
import { showCard, somebody } from "./card.js";
import { h } from "./dom.js";
import { fullDate, hueOf, time } from "./format.js";
import { GENERAL, topicOf } from "./history.js";
import { icon } from "./icons.js";
import { keyboard } from "./keyboard.js";
import { mediaOf } from "./media.js";
import { openMenu } from "./menu.js";
import { poll } from "./poll.js";
import { openPicker, reactionRow } from "./reactions.js";
import { safeNodes } from "./safehtml.js";
import { serviceLine } from "./service.js";
import { openChat, state, tell, topicName } from "./store.js";
import { roleName, t } from "./words.js";
import { jump } from "./world.js";

const STAFF = new Set(["owner", "operator", "moderator", "reviewer"]);
const LONG_PRESS_MS = 420;
const BIG_EMOJI = /^(?:\p{Extended_Pictographic}[\u{FE0F}\u{200D}\p{Emoji_Modifier}]*){1,3}$/u;

const isMine = (message) => message.from?.id === state.me;

function tagOf(message) {
  const { tag, role, id } = message.from;
  const words = tag || (STAFF.has(role) ? roleName(role) : id === state.bot.id ? t("bot") : "");
  return words ? h("span", { class: STAFF.has(role) && !tag ? "tag is-staff" : "tag" }, words) : null;
}

/** A name or picture that shows the card of whom it belongs to; channels have none. */
function cardButton(message, look, inner) {
  const person = somebody(message.from.id);
  if (!person) return h("span", { class: look }, inner);
  return h("button", { type: "button", class: look, "aria-label": message.from.name, "aria-haspopup": "dialog", on: { click: () => showCard(person) } }, inner);
}

function head(message) {
  return h("div", { class: "who" }, cardButton(message, "who-name", h("bdi", {}, message.from.name)), tagOf(message));
}

const named = (name) => [state.bot, ...state.people.values()].find((person) => person.name === name) ?? {};

function quote(message) {
  const { id, name, snippet, deleted } = message.reply_to;
  return h("button", { type: "button", class: "quote", vars: { hue: hueOf(named(name)) }, on: { click: () => jump(message.chat, id) } },
    h("bdi", { class: "quote-name" }, name ?? ""), h("span", { class: "quote-text" }, deleted ? t("deleted") : snippet));
}

function stamp(message) {
  return h("span", { class: "stamp" },
    message.edited ? h("span", { class: "stamp-edited" }, t("edited")) : null,
    h("time", { title: fullDate(message.date) }, time(message.date)));
}

function words(message) {
  if (!message.text && !message.html) return null;
  const big = BIG_EMOJI.test(message.text ?? "") && !message.media;
  return h("div", { class: big ? "text is-big" : "text", dir: "auto" }, safeNodes(message.html || ""), stamp(message));
}

function tools(message, row) {
  const tool = (name, sign, click) => h("button", { type: "button", class: "tool", "aria-label": t(name), title: t(name), testid: `${name}-${message.id}`, on: { click } }, icon(sign, 18));
  return h("div", { class: "tools" },
    tool("reply", "reply", () => tell("reply", message)),
    tool("react", "smile", (event) => openPicker(message, event.currentTarget)),
    tool("more", "more", (event) => openMenu(message, event.currentTarget, row)));
}

function holdable(row, bubble, message) {
  let timer = 0;
  const stop = () => clearTimeout(timer);
  bubble.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a, img, video")) return;
    event.preventDefault();
    openMenu(message, event, row);
  });
  bubble.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse") timer = setTimeout(() => openMenu(message, bubble, row), LONG_PRESS_MS);
  });
  for (const name of ["pointerup", "pointercancel", "pointermove", "pointerleave"]) bubble.addEventListener(name, stop);
}

function topicMark(message) {
  const topics = openChat()?.topics ?? [];
  if (state.topic !== null || !topics.length) return null;
  const topic = topics.find(({ id }) => id === topicOf(message));
  return topic && topic.id !== GENERAL ? h("span", { class: "topic-mark" }, topicName(topic)) : null;
}

function bubble(messages, first) {
  const [message] = messages;
  const worded = messages.find(({ text }) => text) ?? message;
  const media = mediaOf(messages);
  const text = words(worded);
  const headed = first && message.from && !isMine(message) && openChat()?.kind !== "private";
  return h("div", { class: `bubble${media ? " has-media" : ""}${text ? "" : " no-text"}${media && !headed && !message.reply_to && !message.ephemeral ? " media-first" : ""}` },
    message.ephemeral ? h("div", { class: "only-you" }, icon("eye", 15), t("ephemeral")) : null,
    headed ? head(message) : null,
    message.forwarded_from ? h("div", { class: "forwarded" }, t("forwarded", { name: message.forwarded_from.name ?? message.forwarded_from })) : null,
    message.reply_to ? quote(message) : null,
    media, message.poll ? poll(message) : null, text, text ? null : stamp(message),
    reactionRow(messages.find(({ reactions }) => reactions?.length) ?? message));
}

function service(message) {
  return h("div", { class: "service", testid: `message-${message.id}`, "data-id": message.id }, h("span", {}, serviceLine(message.service)));
}

/** `messages`: one, or those of an album. `first` and `last` of a run by the same person. */
export function messageRow(messages, { first, last }) {
  const [message] = messages;
  if (message.service) return service(message);
  const mine = isMine(message);
  const shape = `${mine ? " is-mine" : ""}${first ? " is-first" : ""}${last ? " is-last" : ""}${message.ephemeral ? " is-ephemeral" : ""}`;
  const row = h("article", { class: `message${shape}`, testid: `message-${message.id}`, "data-id": message.id, vars: { hue: hueOf(message.from ?? {}) }, "aria-label": `${message.from?.name ?? ""} ${time(message.date)}` });
  const body = bubble(messages, first);
  const lone = openChat()?.kind === "private" || mine;
  row.append(
    ...(lone ? [] : [h("div", { class: "message-avatar" }, last && message.from ? cardButton(message, "who-face", avatar(message.from, 36)) : "")]),
    h("div", { class: "message-body" }, first ? topicMark(message) : null, h("div", { class: "bubble-line" }, body, tools(message, row)), keyboard(messages.find(({ buttons }) => buttons?.length) ?? message)));
  holdable(row, body, message);
  return row;
}
