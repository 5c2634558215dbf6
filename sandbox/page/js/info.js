/** Beside the conversation: what this chat is, and who is in it. */
import { avatar, placeAvatar } from "./avatar.js";
import { roleChip, showCard } from "./card.js";
import { button, h, narrow } from "./dom.js";
import { commandsHere } from "./commands.js";
import { icon } from "./icons.js";
import { kept, keep } from "./memory.js";
import { me, on, openChat, partOf, peopleIn, state } from "./store.js";
import { t } from "./words.js";
import { leaveChat, setBlocked, tryAct } from "./world.js";

const ROLES = ["owner", "operator", "moderator", "reviewer", "mentor", "koc", "newcomer"];
const rank = (person) => (ROLES.indexOf(person.role) + 1 || ROLES.length + 1) * 2 - (person.id === state.me ? 1 : 0);

function member(chat, person) {
  const tag = chat.tags?.[person.id];
  return h("button", { type: "button", class: "member", testid: `member-${person.id}`, "aria-haspopup": "dialog", on: { click: () => showCard(person) } },
    avatar(person, 38),
    h("span", { class: "member-words" }, h("span", { class: "member-name" }, h("bdi", {}, person.name), tag ? h("span", { class: "tag" }, tag) : null), h("span", { class: "member-bio" }, person.bio ?? "")),
    person.id === state.me ? h("span", { class: "member-me" }, t("you")) : roleChip(person.role));
}

function members(chat) {
  const people = peopleIn(chat).sort((one, other) => rank(one) - rank(other));
  return [h("h3", {}, t("memberlist"), h("span", { class: "count" }, String(people.length))), h("div", { class: "member-list" }, people.map((person) => member(chat, person)))];
}

function commandPart(chat) {
  const list = h("div", { class: "info-commands" });
  commandsHere().then((commands) => list.replaceChildren(...commands.map(({ command, description }) =>
    h("button", { type: "button", class: "command", on: { click: () => tryAct("say", { chat: chat.id, text: `/${command}` }) } }, h("span", { class: "command-name" }, `/${command}`), h("span", { class: "command-words" }, description)))));
  return [h("h3", {}, t("commands")), list];
}

function foot(chat) {
  if (chat.kind === "private") return button([icon("block", 18), t(me().blocked_bot ? "unblock" : "block")], () => setBlocked(!me().blocked_bot), { class: "btn is-quiet", testid: "block" });
  return button([icon("back", 18), t("leave")], () => leaveChat(chat), { class: "btn is-quiet", testid: "leave" });
}

export function mountInfo(root, app) {
  const wanted = () => !narrow() && kept("info", innerWidth >= 1240);
  let shown = wanted();
  const show = (yes) => {
    shown = yes;
    if (!narrow()) keep("info", yes);
    draw();
  };
  const draw = () => {
    const chat = openChat();
    root.hidden = !(shown && chat);
    app.classList.toggle("has-info", !root.hidden);
    if (root.hidden) return;
    const scrolled = root.scrollTop;
    root.replaceChildren(
      h("div", { class: "info-top" }, h("button", { type: "button", class: "round", "aria-label": t("close"), testid: "info-close", on: { click: () => show(false) } }, icon("close", 20))),
      h("div", { class: "info-head" }, placeAvatar(chat, partOf(chat), 84), h("h2", {}, h("bdi", {}, chat.title)), h("p", { class: "hint" }, chat.kind === "private" ? `@${state.bot.username}` : t(chat.kind === "channel" ? "subscribers" : "members", { n: peopleIn(chat).length }))),
      chat.about ? h("p", { class: "info-about" }, chat.about) : "",
      ...(chat.kind === "private" ? commandPart(chat) : members(chat)), foot(chat));
    root.scrollTop = scrolled;
  };
  on("info-toggle", () => show(!shown));
  on("opened", () => (narrow() ? show(false) : draw()));
  on("narrow", () => {  // on a phone it covers everything: nobody asked for that
    shown = wanted();
    draw();
  });
  on("state", draw);
  addEventListener("keydown", (event) => event.key === "Escape" && narrow() && shown && show(false));
  draw();
}
