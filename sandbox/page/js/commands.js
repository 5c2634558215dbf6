/** The menu of bot commands: on its button, and while a command is typed. */
import { fetchCommands } from "./api.js";
import { h } from "./dom.js";
import { state } from "./store.js";
import { t } from "./words.js";

const FRESH_MS = 10_000;
const known = new Map();

/** The commands here, asked again now and then: a promotion changes them. A server that cannot tell has none. */
export async function commandsHere() {
  const key = `${state.me}|${state.chat}`;
  const last = known.get(key);
  if (last && performance.now() - last.at < FRESH_MS) return last.commands;
  const commands = await fetchCommands(state.me, state.chat).catch(() => []);
  if (commands.length) known.set(key, { at: performance.now(), commands });
  return commands;
}

export const forgetCommands = () => known.clear();

export class CommandMenu {
  constructor(root, choose) {
    this.root = root;
    this.choose = choose;
    this.at = 0;
    this.shown = [];
    root.setAttribute("role", "listbox");
    root.setAttribute("aria-label", t("commands"));
  }

  get isOpen() {
    return !this.root.hidden;
  }

  /** Shows the commands that begin with `typed`. */
  async show(typed = "") {
    const begin = typed.replace(/^\//, "").toLowerCase();
    const chat = state.chat;
    const all = await commandsHere();
    if (chat !== state.chat) return;
    this.shown = all.filter(({ command }) => command.startsWith(begin));
    this.at = Math.max(0, this.shown.findIndex(({ command }) => command === begin));
    this.draw();
  }

  hide() {
    this.root.hidden = true;
  }

  draw() {
    this.root.hidden = this.shown.length === 0;
    this.root.replaceChildren(...this.shown.map((entry, at) =>
      h("button", { type: "button", class: "command", role: "option", "aria-selected": String(at === this.at), testid: `command-${entry.command}`,
        on: { click: () => this.take(at), pointerdown: (event) => event.preventDefault() } },
        h("span", { class: "command-name" }, `/${entry.command}`), h("span", { class: "command-words" }, entry.description))));
    this.root.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }

  take(at) {
    this.hide();
    this.choose(`/${this.shown[at].command}`);
  }

  /** True when the key was for the menu. */
  key(event) {
    if (!this.isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.at = (this.at + step + this.shown.length) % this.shown.length;
      this.draw();
    } else if (event.key === "Enter" || event.key === "Tab") this.take(this.at);
    else if (event.key === "Escape") this.hide();
    else return false;
    event.preventDefault();
    return true;
  }
}
