/** The open chat: its head, its topics, its messages. */
import { placeAvatar } from "./avatar.js";
import { badge, snippet } from "./chats.js";
import { bringIntoRow, h, soon, still } from "./dom.js";
import { loadOlder, release, view } from "./history.js";
import { icon } from "./icons.js";
import { followIn } from "./links.js";
import { me, on, openChat, partOf, peopleIn, state, tell, topicName } from "./store.js";
import { Timeline } from "./timeline.js";
import { explain } from "./toast.js";
import { unreadCount } from "./unread.js";
import { t } from "./words.js";
import { closeChat, jump, open, tryAct } from "./world.js";

const NEAR_BOTTOM_PX = 120;
const NEAR_TOP_PX = 240;
const LONGEST_MOVE_MS = 1000;

function subtitle(chat) {
  const typist = state.typing.get(chat.id);
  if (typist && typist.until > performance.now()) return h("span", { class: "typing", testid: "typing" }, t("typing", { name: typist.name }), h("i"), h("i"), h("i"));
  if (chat.kind === "private") return h("span", {}, t(me().blocked_bot ? "blocked" : "bot"));
  return h("span", {}, t(chat.kind === "channel" ? "subscribers" : "members", { n: peopleIn(chat).length }));
}

function head(chat) {
  const round = (name, sign, click, props = {}) => h("button", { type: "button", class: "round", "aria-label": t(name), title: t(name), on: { click }, ...props }, icon(sign));
  return h("header", { class: "chat-head" },
    round("back", "back", () => closeChat(), { class: "round only-narrow", testid: "back" }),
    h("button", { type: "button", class: "chat-title", "aria-label": [chat.title, t("info")].join(t("comma")), on: { click: () => tell("info-toggle") } },
      placeAvatar(chat, partOf(chat), 42),
      h("span", { class: "chat-words" }, h("bdi", { class: "chat-name" }, chat.title), h("span", { class: "chat-sub" }, subtitle(chat)))),
    round("info", "info", () => tell("info-toggle"), { testid: "info" }));
}

function topicPill(chat, topic) {
  const chosen = state.topic === (topic?.id ?? null);
  return h("button", { type: "button", class: "pill", role: "tab", "aria-selected": String(chosen), testid: `topic-${topic?.id ?? "all"}`, on: { click: () => open(chat.id, topic?.id ?? null, { replace: true }) } },
    topic ? [topicName(topic), badge(unreadCount(chat.id, topic.id))] : t("all"));
}

function topicsBar(chat) {
  if (!chat.topics?.length) return null;
  return h("div", { class: "topics", role: "tablist", "aria-label": t("topics") }, [null, ...chat.topics].map((topic) => topicPill(chat, topic)));
}

function pinnedBar(chat) {
  const pinned = view(chat.id, state.topic).messages.findLast(({ id, pinned: is }) => is || id === chat.pinned);
  if (!pinned) return null;
  return h("button", { type: "button", class: "pinned", testid: "pinned", on: { click: () => jump(chat.id, pinned.id) } },
    icon("pin", 18), h("span", { class: "pinned-words" }, h("span", { class: "pinned-title" }, t("pinned")), h("span", { class: "pinned-text" }, snippet(pinned).replace(/\s+/g, " "))));
}

function nothingOpen() {
  const name = state.people.get(state.me)?.name ?? "";
  return h("div", { class: "nothing" }, h("div", { class: "nothing-card" }, h("span", { class: "nothing-sign" }, "💬"), h("p", {}, t("nochat")), h("p", { class: "hint" }, t("nochat.hint", { name }))));
}

/** Sends the command or word pressed in a message. */
function sayFrom(event) {
  const command = event.target.closest("button.bot_command");
  if (command) tryAct("say", { chat: state.chat, text: command.textContent, topic: state.topic ?? undefined });
}

function empty(kept) {
  if (!kept.loaded) return h("div", { class: "loading", role: "status", "aria-label": t("older") }, h("i"), h("i"), h("i"));
  if (kept.messages.length) return null;
  return h("div", { class: "nothing-card is-small" }, h("p", {}, t("empty")), openChat().kind === "private" ? null : h("p", { class: "hint" }, t("empty.hint")));
}

class Conversation {
  constructor(root) {
    this.root = root;
    this.top = h("div", { class: "chat-top" });
    this.list = h("div", { class: "messages", role: "log", "aria-live": "polite", "aria-label": t("chats"), testid: "messages", tabindex: "-1" });
    this.scroller = h("div", { class: "scroller" }, this.list);
    this.down = h("button", { type: "button", class: "round to-bottom", "aria-label": t("bottom"), testid: "to-bottom", hidden: true, on: { click: () => this.toBottom(!still()) } }, icon("down"));
    this.timeline = new Timeline(this.list);
    this.missed = 0;
    this.at = 0;
    this.seeking = false;
    this.shown = false;
    this.scroller.addEventListener("scroll", () => this.scrolled(), { passive: true });
    this.list.addEventListener("click", sayFrom);
    followIn(this.list);
    const sizes = new ResizeObserver(() => this.stick && this.toBottom());
    for (const part of [this.list, this.scroller]) sizes.observe(part);
  }

  get kept() {
    return view(state.chat, state.topic);
  }

  /** Whether what is new is followed; who has scrolled up reads there. */
  get stick() {
    return !this.kept.held;
  }

  set stick(follows) {
    this.kept.held = !follows;
  }

  drawTop() {
    const chat = openChat();
    if (!chat) return;
    const scrolled = this.top.querySelector(".topics")?.scrollLeft ?? 0;
    this.top.replaceChildren(...[head(chat), topicsBar(chat), pinnedBar(chat)].filter(Boolean));
    const bar = this.top.querySelector(".topics");
    if (bar) bar.scrollLeft = scrolled;
  }

  opened() {
    const chat = openChat();
    this.timeline.clear();
    this.shown = false;
    this.missed = 0;
    this.seeking = false;
    release();
    if (!chat) return this.root.replaceChildren(nothingOpen());
    this.drawTop();
    if (!this.scroller.isConnected) this.root.replaceChildren(this.top, h("div", { class: "stage" }, this.scroller, this.down));
    bringIntoRow(this.top.querySelector(".topics"), "[aria-selected=true]");
    return this.drawMessages(chat.id);
  }

  drawMessages(id) {
    if (id !== state.chat) return;
    const { messages, loaded } = this.kept;
    const last = messages.at(-1);
    const came = this.shown && last && !this.timeline.rows.has(last.id);
    this.timeline.draw(messages, came);
    const sign = empty(this.kept);
    if (sign) this.list.append(sign);
    this.shown = loaded;
    if (came && last.from?.id === state.me) this.stick = true;
    if (came && !this.stick) this.missed += 1;
    if (this.stick) this.toBottom();
    this.drawDown();
  }

  toBottom(smooth = false) {
    this.stick = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  drawDown() {
    this.down.hidden = this.stick;
    this.down.dataset.count = this.missed ? String(this.missed) : "";
  }

  scrolled() {
    if (this.seeking) return;
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX;
    this.stick = near || (this.stick && scrollTop >= this.at); // what grows below does not take one away, only one's own scrolling does
    this.at = scrollTop;
    if (this.stick) this.missed = 0;
    this.drawDown();
    if (scrollTop < NEAR_TOP_PX && !this.stick) this.older();
  }

  /** Puts older messages above while what is read stays where it is. */
  async older() {
    const kept = this.kept;
    if (!kept.loaded || kept.complete || kept.waiting) return;
    try {
      await loadOlder(state.chat, state.topic);
    } catch (error) {
      return explain(error, t("error.load"));
    }
    if (kept !== this.kept) return;
    const { scrollHeight, scrollTop } = this.scroller;
    this.timeline.draw(kept.messages, false);
    this.scroller.scrollTop = scrollTop + this.scroller.scrollHeight - scrollHeight;
  }

  /** Something further up is looked for: until it is found nothing takes one back to the end. */
  seek() {
    this.seeking = true;
    this.stick = false;
  }

  found() {
    this.seeking = false;
    this.scrolled();
  }

  jump(id) {
    setTimeout(() => this.found(), LONGEST_MOVE_MS);
    this.drawMessages(state.chat);
    const row = this.list.querySelector(`[data-id="${Number(id)}"], [data-testid="media-${Number(id)}"]`)?.closest("[data-id]");
    if (!row) return;
    const far = Math.abs(row.getBoundingClientRect().top) > 3 * this.scroller.clientHeight;
    row.scrollIntoView({ block: "center", behavior: far || still() ? "instant" : "smooth" });
    row.classList.remove("is-found");
    void row.offsetWidth; // starts the movement anew when the same message is found twice
    row.classList.add("is-found");
  }
}

export function mountConversation(root) {
  const conversation = new Conversation(root);
  on("opened", () => conversation.opened());
  const drawn = soon(() => state.chat !== null && conversation.drawMessages(state.chat));
  on("messages", (chat) => chat === state.chat && drawn());
  on("state", () => (state.chat === null ? conversation.opened() : conversation.drawTop()));
  const later = soon(() => conversation.drawTop());
  for (const subject of ["typing", "chats"]) on(subject, later);
  on("seek", () => conversation.seek());
  on("jump", (id) => conversation.jump(id));
  conversation.opened();
}
