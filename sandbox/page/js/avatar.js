/** The round (people) and rounded (places) pictures that stand for somebody. */
import { h } from "./dom.js";
import { botFace } from "./icons.js";
import { hueOf, initial } from "./format.js";
import { state } from "./store.js";

const PLACE_SIGNS = { community: "🚗", core: "🧭", staff: "🗂", channel: "📣" };
const PLACE_HUES = { community: 190, core: 300, staff: 255, channel: 55 };

export function avatar(person, size = 40) {
  if (person.id === state.bot.id) return h("span", { class: "avatar is-bot", vars: { size: `${size}px` }, "aria-hidden": "true" }, botFace());
  const look = { class: "avatar", vars: { size: `${size}px`, hue: hueOf(person) }, "aria-hidden": "true" };
  return h("span", look, initial(person.name));
}

export function placeAvatar(chat, part, size = 48) {
  if (chat.kind === "private") return avatar(state.bot, size);
  const look = { class: "avatar is-place", vars: { size: `${size}px`, hue: PLACE_HUES[part] ?? 190 }, "aria-hidden": "true" };
  return h("span", look, PLACE_SIGNS[part] ?? initial(chat.title));
}
