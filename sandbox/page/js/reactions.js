/** Reactions under a message, and the picker for one's own. */
import { avatar } from "./avatar.js";
import { button, h } from "./dom.js";
import { colourful } from "./format.js";
import { popover } from "./popover.js";
import { state } from "./store.js";
import { t } from "./words.js";
import { tryAct } from "./world.js";

const FACES_SHOWN = 3;

/** In the spelling Telegram uses: it refuses the same hearts with a colour mark. */
export const QUICK = ["👍", "❤", "🔥", "🎉", "👏", "🙏", "💯"];
const FURTHER = ["😁", "🤔", "🤩", "🥰", "😍", "🤯", "😱", "😢", "👌", "🤝", "🫡", "🤗", "🏆", "⚡", "👀", "🆒", "😎", "🍾", "🤣", "👎", "💔", "😴", "🤓", "🦄"];

const mineIn = (message) => (message.reactions ?? []).find((reaction) => reaction.by.includes(state.me))?.emoji ?? null;

function toggle(message, emoji) {
  const wanted = mineIn(message) === emoji ? null : emoji;
  return tryAct("react", { chat: message.chat, message: message.id, emoji: wanted });
}

function who(reaction) {
  if (reaction.count > FACES_SHOWN || !reaction.by.length) return h("span", { class: "reaction-count" }, String(reaction.count));
  const known = reaction.by.map((id) => (id === state.bot.id ? state.bot : state.people.get(id))).filter(Boolean);
  return known.length ? h("span", { class: "reaction-faces" }, known.map((person) => avatar(person, 20))) : h("span", { class: "reaction-count" }, String(reaction.count));
}

const names = (reaction) =>
  reaction.by.map((id) => (id === state.bot.id ? state.bot : state.people.get(id))?.name).filter(Boolean).join(t("and"));

function chip(message, reaction) {
  const mine = reaction.by.includes(state.me);
  return h("button", { type: "button", class: "reaction", "aria-pressed": String(mine), title: names(reaction),
    "aria-label": t("reactions", { emoji: reaction.emoji, n: reaction.count }), on: { click: () => toggle(message, reaction.emoji) } },
    h("span", { class: "reaction-emoji" }, colourful(reaction.emoji)), who(reaction));
}

export function reactionRow(message) {
  if (!message.reactions?.length) return null;
  return h("div", { class: "reactions", testid: `reactions-${message.id}` }, message.reactions.map((reaction) => chip(message, reaction)));
}

const face = (message, emoji, close) =>
  button(colourful(emoji), () => {
    close();
    toggle(message, emoji);
  }, { class: "pick", "aria-label": emoji, "aria-pressed": String(mineIn(message) === emoji) });

export function pickerRow(message, close) {
  const row = h("div", { class: "picker-row", role: "group", "aria-label": t("react") }, QUICK.map((emoji) => face(message, emoji, close)));
  const all = h("div", { class: "picker-more", hidden: true }, FURTHER.map((emoji) => face(message, emoji, close)));
  const open = button("⌄", () => {
    all.hidden = !all.hidden;
  }, { class: "pick is-open", "aria-label": t("more") });
  row.append(open);
  return h("div", { class: "picker", testid: "reaction-picker" }, row, all);
}

export function openPicker(message, anchor) {
  popover(anchor, (close) => pickerRow(message, close));
}
