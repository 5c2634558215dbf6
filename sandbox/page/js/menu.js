/** What one can do with a message: a card on the desktop, a sheet on the phone. */
import { placeAvatar } from "./avatar.js";
import { copy } from "./copy.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { popover } from "./popover.js";
import { pickerRow } from "./reactions.js";
import { chatsOf, mayWrite, partOf, state, tell } from "./store.js";
import { dialog, toast } from "./toast.js";
import { t } from "./words.js";
import { tryAct } from "./world.js";

function entry(name, sign, doing, close) {
  const take = () => {
    close();
    doing();
  };
  return h("button", { type: "button", class: "menu-entry", role: "menuitem", testid: `menu-${name}`, on: { click: take } }, icon(sign, 20), t(name));
}

async function forwardTo(message, chat) {
  const done = await tryAct("forward", { chat: message.chat, message: message.id, to: chat.id });
  if (done) toast(t("forwarded.done", { title: chat.title }), "good");
}

function chooseTarget(message) {
  const targets = chatsOf(state.me).filter((chat) => mayWrite(chat));
  const sheet = dialog({ title: t("forward.to"), testid: "forward-sheet", body: h("div", { class: "targets" }) , actions: [h("button", { type: "button", class: "btn", on: { click: () => sheet.close() } }, t("cancel"))] });
  sheet.querySelector(".targets").append(...targets.map((chat) =>
    h("button", { type: "button", class: "choice", on: { click: () => (sheet.close(), forwardTo(message, chat)) } }, placeAvatar(chat, partOf(chat), 40), h("bdi", { class: "choice-name" }, chat.title))));
}

function entries(message, close) {
  const mine = message.from?.id === state.me;
  return [
    entry("reply", "reply", () => tell("reply", message), close),
    message.text ? entry("copytext", "copy", () => copy(message.text), close) : null,
    mine && message.text ? entry("edit", "edit", () => tell("edit", message), close) : null,
    mine ? entry("delete", "bin", () => tryAct("delete", { chat: message.chat, message: message.id }), close) : null,
    message.ephemeral ? null : entry("forward", "forward", () => chooseTarget(message), close),
  ];
}

export function openMenu(message, anchor, row) {
  row.classList.add("is-held");
  const fill = (close) =>
    h("div", { class: "menu", role: "menu", testid: "message-menu" }, message.ephemeral ? null : pickerRow(message, close), entries(message, close));
  popover(anchor, fill, { closed: () => row.classList.remove("is-held") });
}
