/** The list of chats the person is in. */
import { placeAvatar } from "./avatar.js";
import { arrange, button, h, soon } from "./dom.js";
import { briefly, fullDate } from "./format.js";
import { view } from "./history.js";
import { icon } from "./icons.js";
import { serviceLine } from "./service.js";
import { chatsOf, doorsFor, now, on, partOf, state } from "./store.js";
import { unreadCount } from "./unread.js";
import { t } from "./words.js";
import { joinChat, open } from "./world.js";

const MANY = 99;
const ROW_KINDS = { photo: "🖼", video: "🎬", document: "📄", sticker: "💟", voice: "🎤" };

/** A message in a few words. */
export function snippet(message) {
  if (message.service) return serviceLine(message.service);
  const sign = message.media ? `${ROW_KINDS[message.media.kind] ?? "📎"} ` : "";
  return sign + (message.text || (message.media ? t(ROW_KINDS[message.media.kind] ? message.media.kind : "document") : ""));
}

function lastLine(chat, last) {
  const typist = state.typing.get(chat.id);
  if (typist && typist.until > performance.now()) return h("span", { class: "row-typing" }, t("typing", { name: typist.name }));
  if (!last) return h("span", { class: "row-quiet" }, chat.about ?? t("empty"));
  if (last.service) return h("span", { class: "row-quiet" }, serviceLine(last.service));
  const name = last.from && chat.kind !== "channel" && last.from.id !== state.bot.id ? (last.from.id === state.me ? t("you") : last.from.name) : "";
  return [name ? [h("bdi", { class: "row-who" }, name), ": "] : null, last.ephemeral ? h("span", { class: "row-eye" }, icon("eye", 14)) : null, snippet(last)];
}

export function badge(count) {
  if (!count) return null;
  return h("span", { class: "badge", "aria-label": t("unread", { n: count }) }, count > MANY ? `${MANY}+` : String(count));
}

function row(chat) {
  const last = view(chat.id).messages.at(-1);
  const chosen = chat.id === state.chat;
  return h("button", { type: "button", class: "row", testid: `chat-${chat.id}`, "aria-current": chosen ? "true" : null, on: { click: () => open(chat.id) } },
    placeAvatar(chat, partOf(chat), 50),
    h("span", { class: "row-words" },
      h("span", { class: "row-top" }, h("bdi", { class: "row-title" }, chat.title), chat.kind === "private" ? h("span", { class: "tag" }, t("bot")) : null,
        last ? h("time", { class: "row-time", title: fullDate(last.date) }, briefly(last.date, now())) : null),
      h("span", { class: "row-bottom" }, h("span", { class: "row-last" }, lastLine(chat, last)), badge(unreadCount(chat.id)))));
}

function door(chat) {
  return h("div", { class: "row is-door" }, placeAvatar(chat, partOf(chat), 50),
    h("span", { class: "row-words" }, h("bdi", { class: "row-title" }, chat.title), h("span", { class: "row-last" }, chat.about ?? t("doors"))),
    button(t("join"), () => joinChat(chat), { class: "btn is-primary is-small", testid: `join-${chat.id}` }));
}

const latest = (chat) => view(chat.id).messages.at(-1)?.date ?? 0;

export function mountChats(root) {
  const draw = () => {
    const focused = document.activeElement?.dataset?.testid;
    const mine = chatsOf(state.me).sort((one, other) => latest(other) - latest(one));
    const doors = doorsFor(state.me);
    arrange(root, [...mine.map(row), ...(doors.length ? [h("h3", { class: "list-heading" }, t("doors")), ...doors.map(door)] : [])]);
    if (focused) root.querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
  };
  const later = soon(draw);
  root.setAttribute("aria-label", t("chats"));
  for (const subject of ["state", "chats", "opened", "typing", "clock"]) on(subject, later);
  draw();
}
