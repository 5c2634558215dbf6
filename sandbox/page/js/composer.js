/** Where one writes. What was typed stays until the server has taken it. */
import { sendFiles, sendSample } from "./api.js";
import { Attachments } from "./attach.js";
import { snippet } from "./chats.js";
import { CommandMenu, commandsHere } from "./commands.js";
import { button, h, narrow } from "./dom.js";
import { emojiCard } from "./emoji.js";
import { icon } from "./icons.js";
import { phrasesFor } from "./phrases.js";
import { popover } from "./popover.js";
import { mayWrite, me, on, openChat, partOf, state } from "./store.js";
import { explain } from "./toast.js";
import { t } from "./words.js";
import { act, pressStart, setBlocked } from "./world.js";
import { GENERAL, view } from "./history.js";

const TALLEST_PX = 168;

/** What was typed and not yet sent, by person and place. */
const drafts = new Map();

class Composer {
  constructor(root) {
    this.root = root;
    this.reply = null;
    this.edited = null;
    this.banner = h("div", { class: "banner", hidden: true });
    this.strip = h("div", { class: "attachments", testid: "attachments", hidden: true });
    this.chips = h("div", { class: "phrases", role: "group", "aria-label": t("phrases") });
    this.commandList = h("div", { class: "command-list", hidden: true });
    this.box = h("textarea", { class: "box", rows: "1", maxlength: "4096", testid: "composer", enterkeyhint: "send", autocomplete: "off",
      on: { input: () => this.typed(), keydown: (event) => this.key(event), paste: (event) => this.pasted(event) } });
    this.sendButton = h("button", { type: "button", class: "round send", testid: "send", "aria-label": t("send"), title: t("send"), on: { click: () => this.send() } }, icon("send", 22));
    this.menu = new CommandMenu(this.commandList, (command) => this.sendWords(command));
    this.attachments = new Attachments(this.strip, () => this.drawBox(), (kind, file) => this.sendNow(kind, file));
    this.line = this.#line();
  }

  #line() {
    const round = (name, sign, click) => h("button", { type: "button", class: "round", testid: name, "aria-label": t(name), title: t(name), on: { click } }, icon(sign, 23));
    return h("div", { class: "line" },
      round("menu", "slash", () => (this.menu.isOpen ? this.menu.hide() : this.menu.show())),
      h("div", { class: "box-frame" }, this.box,
        round("emoji", "smile", (event) => popover(event.currentTarget, () => emojiCard((emoji) => this.insert(emoji)))),
        round("attach", "clip", (event) => this.attachments.offer(event.currentTarget))),
      this.sendButton);
  }

  get place() {
    return `${state.me}|${state.chat}|${state.topic ?? ""}`;
  }

  opened() {
    if (this.shownPlace === this.place) return this.draw();
    if (this.shownPlace && !this.edited) drafts.set(this.shownPlace, this.box.value);
    if (this.shownPlace) this.stopAnswering();
    this.shownPlace = this.place;
    this.attachments.clear();
    this.box.value = drafts.get(this.place) ?? "";
    this.draw();
    if (!narrow()) this.box.focus({ preventScroll: true });
    return undefined;
  }

  // ---- drawing

  #instead() {
    const chat = openChat();
    const only = (hint, label, click, testid) => h("div", { class: "instead" }, h("p", { class: "hint" }, hint), label ? button(label, click, { class: "btn is-primary is-wide", testid }) : null);
    if (chat.kind === "private" && me().blocked_bot) return only(t("unblock.hint"), t("unblock"), () => setBlocked(false), "unblock");
    const begun = me().started || view(chat.id).messages.some((message) => message.from?.id === state.me);
    if (chat.kind === "private" && !begun) return only(t("start.hint", { bot: state.bot.name }), t("start"), () => pressStart(), "start");
    if (!chat.members.includes(state.me)) return only(t("notmember"));
    return mayWrite(chat) ? null : only(t("readonly"));
  }

  draw() {
    this.root.hidden = !openChat();
    if (this.root.hidden) return;
    this.menu.hide();
    const instead = this.#instead();
    if (instead) return this.root.replaceChildren(instead);
    if (!this.box.isConnected) this.root.replaceChildren(this.commandList, this.chips, this.banner, this.strip, this.line);
    this.drawBanner();
    this.drawChips();
    this.drawBox();
  }

  drawChips() {
    const phrases = phrasesFor(openChat(), partOf(openChat()), me(), this.reply !== null);
    const place = `${this.place}|${this.reply?.id ?? ""}`;
    if (place !== this.chipsOf) this.#fillChips(phrases, new Map());
    this.chipsOf = place;
    this.#named(phrases).then(([offered, names]) => place === this.chipsOf && this.#fillChips(offered, names));
  }

  /** Commands that the bot does not list here are no help, words always are; what it lists goes by the name it has there. */
  async #named(phrases) {
    const chat = openChat();
    const names = new Map((await commandsHere()).map(({ command, description }) => [`/${command}`, description.replace(/[（(].*/, "")]));
    if (chat.kind !== "private" && !chat.part) return [phrases, names]; // the bot has no menu where it was not set up
    if (!names.size) return [phrases, names];
    return [phrases.filter((phrase) => !phrase.startsWith("/") || names.has(phrase.split(" ")[0])), names];
  }

  #fillChips(phrases, names) {
    this.chips.hidden = phrases.length === 0;
    this.chips.replaceChildren(...phrases.map((phrase) =>
      button(names.get(phrase) ?? phrase.trim() + (phrase.endsWith(" ") ? " …" : ""), () => this.phrase(phrase), { class: "pill", title: phrase.trim(), testid: `phrase-${phrase.trim()}` })));
  }

  drawBanner() {
    const about = this.edited ?? this.reply;
    this.banner.hidden = !about;
    if (!about) return;
    const title = this.edited ? t("editing") : t("replying", { name: about.from?.name ?? "" });
    this.banner.replaceChildren(icon(this.edited ? "edit" : "reply", 20),
      h("span", { class: "banner-words" }, h("bdi", { class: "banner-title" }, title), h("span", { class: "banner-text" }, snippet(about).replace(/\s+/g, " "))),
      h("button", { type: "button", class: "round", "aria-label": t("cancel"), testid: "banner-close", on: { click: () => this.stopAnswering() } }, icon("close", 18)));
  }

  drawBox() {
    if (!openChat()) return;
    this.box.placeholder = this.#placeholder(openChat());
    this.box.setAttribute("aria-label", this.box.placeholder);
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, TALLEST_PX)}px`;
    this.sendButton.classList.toggle("is-ready", Boolean(this.box.value.trim() || this.attachments.files.length));
  }

  #placeholder(chat) {
    if (this.attachments.files.length) return t("write.caption");
    if (chat.kind === "private") return t("write.bot");
    if (chat.kind === "channel") return t("write.channel");
    const topic = chat.topics?.find(({ id }) => id === (state.topic ?? GENERAL));
    return topic ? t("write.topic", { topic: topic.name || t("general") }) : t("write");
  }

  // ---- writing

  typed() {
    drafts.set(this.place, this.box.value);
    this.drawBox();
    if (/^\/[a-z_]*$/i.test(this.box.value)) this.menu.show(this.box.value);
    else this.menu.hide();
  }

  key(event) {
    if (event.isComposing || event.keyCode === 229) return; // the input method is still choosing characters
    if (this.menu.key(event)) return;
    if (event.key === "Escape") this.stopAnswering();
    else if (event.key === "ArrowUp" && !this.box.value && !this.edited) this.editLast(event);
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    }
  }

  editLast(event) {
    const last = view(state.chat, state.topic).messages.findLast((message) => message.from?.id === state.me && message.text);
    if (!last) return;
    event.preventDefault();
    this.startEditing(last);
  }

  pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.attachments.add(files);
  }

  insert(text) {
    this.box.setRangeText(text, this.box.selectionStart, this.box.selectionEnd, "end");
    this.typed();
  }

  phrase(phrase) {
    if (!phrase.endsWith(" ")) return this.sendWords(phrase);
    this.box.value = phrase + this.box.value;
    this.typed();
    return this.box.focus();
  }

  /** Words that the guide lays into the box; what stood there makes room. */
  compose(words) {
    this.box.value = words;
    this.typed();
    if (this.box.isConnected) this.box.focus();
  }

  // ---- replying and editing

  startReply(message) {
    if (this.edited) this.stopAnswering();
    this.reply = message;
    this.draw();
    this.box.focus();
  }

  startEditing(message) {
    this.reply = null;
    this.edited = message;
    this.box.value = message.text;
    this.draw();
    this.box.focus();
  }

  stopAnswering() {
    if (this.edited) this.box.value = "";
    this.reply = this.edited = null;
    if (openChat()) this.draw();
  }

  // ---- sending

  #where() {
    const topic = state.topic ?? this.reply?.topic ?? undefined;
    return { chat: state.chat, topic, reply_to: this.reply?.id };
  }

  /** A picture that was chosen and is still being drawn goes along. */
  async send() {
    const { place } = this;
    await this.attachments.coming;
    if (this.place !== place) return undefined;
    const text = this.box.value.trim();
    if (this.edited) return this.#sendEdit(text);
    if (this.attachments.files.length) return this.#sendFiles(text);
    return text ? this.sendWords(text) : this.box.focus();
  }

  /** Sends and empties the box; what the server refuses is put back where it was. */
  async sendWords(text) {
    const { place, reply } = this;
    const fields = this.#where();
    const typed = this.box.value;
    const fromBox = typed.trim() === text || typed.startsWith("/");
    if (fromBox) this.#empty(place);
    this.#finish();
    try {
      await act("say", { ...fields, text });
    } catch (error) {
      this.#restore(place, fromBox ? typed : text, reply);
      explain(error, t("error.send"));
    }
  }

  async #sendEdit(text) {
    const message = this.edited;
    if (!text || text === message.text) return this.stopAnswering();
    try {
      await act("edit", { chat: message.chat, message: message.id, text });
      if (this.edited === message) this.stopAnswering();
    } catch (error) {
      explain(error, t("error.send"));
    }
    return undefined;
  }

  async #sendFiles(caption) {
    if (this.sending) return;
    this.sending = true;
    this.root.classList.add("is-sending");
    const { place } = this;
    const { files, asDocument } = this.attachments;
    try {
      await sendFiles(state.me, files, { ...this.#where(), caption, as_document: asDocument || undefined });
      if (this.place === place) {
        this.attachments.clear();
        this.#empty(place);
        this.#finish();
      }
    } catch (error) {
      explain(error, t("error.send"));
    } finally {
      this.sending = false;
      this.root.classList.remove("is-sending");
    }
  }

  /** A sticker or a voice message goes by itself; what is in the box stays there. */
  async sendNow(kind, file) {
    const fields = this.#where();
    this.#finish();
    try {
      await (file ? sendFiles(state.me, [file], { ...fields, as_kind: kind }) : sendSample(state.me, `${kind}-${state.me}`, fields));
    } catch (error) {
      explain(error, t("error.send"));
    }
  }

  #empty(place) {
    drafts.delete(place);
    this.box.value = "";
  }

  #finish() {
    this.reply = null;
    this.draw();
    if (!narrow()) this.box.focus();
  }

  #restore(place, text, reply) {
    const since = this.place === place ? this.box.value : (drafts.get(place) ?? "");
    const whole = since ? `${text}\n${since}` : text;
    drafts.set(place, whole);
    if (this.place !== place) return;
    this.box.value = whole;
    this.reply = reply;
    this.draw();
  }
}

function dropHere(composer, root) {
  root.addEventListener("dragover", (event) => event.preventDefault());
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length && composer.box.isConnected) composer.attachments.add(files);
  });
}

export function mountComposer(root, dropRoot) {
  const composer = new Composer(root);
  on("opened", () => composer.opened());
  on("state", () => composer.opened());
  on("messages", (chat) => chat === state.chat && !composer.box.isConnected && composer.draw());
  on("reply", (message) => composer.startReply(message));
  on("edit", (message) => composer.startEditing(message));
  on("compose", (words) => composer.compose(words));
  dropHere(composer, dropRoot);
  composer.opened();
}
