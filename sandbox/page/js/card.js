/** Somebody's card: who they are, what they may do, and the button that makes one play them. */
import { avatar } from "./avatar.js";
import { button, h } from "./dom.js";
import { chatsOf, me, openChat, state } from "./store.js";
import { dialog } from "./toast.js";
import { roleAbout, roleName, t } from "./words.js";
import { become, open } from "./world.js";

export const roleChip = (role) => (role ? h("span", { class: `role role-${String(role).replace(/[^a-z]/g, "")}`, title: roleAbout(role) }, roleName(role)) : null);

function sharedChats(person) {
  const shared = chatsOf(person.id).filter((chat) => chat.kind !== "private" && chat.members.includes(state.me));
  return shared.length ? h("p", { class: "hint" }, t("card.shared", { chats: shared.map(({ title }) => title).join(t("and")) })) : null;
}

function lines(person) {
  const tag = openChat()?.tags?.[person.id];
  return [
    h("p", { class: "card-chips" }, roleChip(person.role), tag ? h("span", { class: "tag" }, tag) : null, person.username ? h("span", { class: "hint" }, `@${person.username}`) : null),
    person.bio ? h("p", { class: "card-bio" }, person.bio) : null,
    h("p", { class: "card-role" }, roleAbout(person.role)),
    sharedChats(person),
  ];
}

function doing(person, close) {
  const take = (act) => () => {
    close();
    act();
  };
  if (person.id === state.bot.id) return button(t("card.chat"), take(() => open(state.me)), { class: "btn is-primary", testid: "card-chat" });
  if (person.id === me().id) return null;
  return button(t("become", { name: person.name }), take(() => become(person.id)), { class: "btn is-primary", testid: "card-become" });
}

export function showCard(person) {
  const close = () => sheet.close();
  const head = h("div", { class: "card-head" }, avatar(person, 72), h("h2", {}, h("bdi", {}, person.name)));
  const buttons = [button(t("close"), close, { class: "btn" }), doing(person, close)].filter(Boolean);
  const sheet = dialog({ title: "", label: person.name, testid: "person-card", body: h("div", { class: "card" }, head, lines(person)), actions: buttons });
}

/** The person of that id, or the bot; nobody for channels. */
export const somebody = (id) => (id === state.bot.id ? state.bot : state.people.get(id));
