/** Rebuilds the server's html by an allow-list: what is not on it stays visible as plain text. */
import { copy } from "./copy.js";
import { h } from "./dom.js";
import { t } from "./words.js";

const PLAIN = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "BR"]);
const COPIED = new Set(["CODE", "PRE"]);
const SHOWN_LINES = 3;
const SPANS = ["mention", "hashtag", "cashtag", "bot_command", "tg-time"];

const inside = (node) => [...node.childNodes].flatMap(rebuild);

function anchor(node) {
  const address = node.getAttribute("href") ?? "";
  if (!/^(https?:|tg:|mailto:|tel:)/i.test(address)) return h("span", {}, inside(node));
  return h("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, inside(node));
}

function span(node) {
  const kind = SPANS.find((name) => node.classList.contains(name));
  if (!kind) return h("span", {}, inside(node));
  if (kind === "bot_command") return h("button", { type: "button", class: "bot_command" }, node.textContent);
  return h("span", { class: kind, "data-user": node.getAttribute("data-user"), "data-unix": node.getAttribute("data-unix") }, inside(node));
}

function spoiler(node) {
  const cover = h("button", { type: "button", class: "spoiler", "aria-pressed": "false" }, inside(node));
  cover.addEventListener("click", () => cover.setAttribute("aria-pressed", "true"));
  return cover;
}

/** What is set in monospace is copied at a touch, as in the apps; whoever selects a part of it is left alone. */
function copying(node) {
  const made = h(node.tagName.toLowerCase(), { class: "copies", tabindex: "0" }, inside(node));
  const copies = (event) => {
    event.stopPropagation();
    if (!getSelection()?.toString()) copy(made.textContent);
  };
  made.addEventListener("click", copies);
  made.addEventListener("keydown", (event) => event.key === "Enter" && copies(event));
  return made;
}

/** A quote; a long one that may be folded opens at a touch and closes by its sign. */
function quote(node) {
  const foldable = node.classList.contains("expandable") || node.hasAttribute("expandable");
  if (!foldable || node.textContent.split("\n").length <= SHOWN_LINES) return h("blockquote", {}, inside(node));
  const sign = h("button", { type: "button", class: "fold-sign", testid: "unfold", "aria-expanded": "false", "aria-label": t("unfold") }, "⌄");
  const made = h("blockquote", { class: "expandable is-folded" }, h("span", { class: "fold-text" }, inside(node)), sign);
  const fold = (folded) => {
    made.classList.toggle("is-folded", folded);
    sign.setAttribute("aria-expanded", String(!folded));
  };
  sign.addEventListener("click", (event) => (event.stopPropagation(), fold(!made.classList.contains("is-folded"))));
  made.addEventListener("click", () => fold(false));
  return made;
}

function asText(node) {
  const name = node.tagName.toLowerCase();
  return [`<${name}>`, ...inside(node), `</${name}>`];
}

/** The break behind a quote ends its last line, as in the apps, and makes no empty one. */
const words = (node) => (node.previousSibling?.nodeName === "BLOCKQUOTE" ? node.data.replace(/^\n/, "") : node.data);

function rebuild(node) {
  if (node.nodeType === Node.TEXT_NODE) return [words(node)];
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  if (PLAIN.has(node.tagName)) return [h(node.tagName.toLowerCase(), {}, inside(node))];
  if (COPIED.has(node.tagName)) return [copying(node)];
  if (node.tagName === "A") return [anchor(node)];
  if (node.tagName === "SPAN") return [node.classList.contains("tg-spoiler") ? spoiler(node) : span(node)];
  if (node.tagName === "TG-SPOILER") return [spoiler(node)];
  if (node.tagName === "BLOCKQUOTE") return [quote(node)];
  return asText(node);
}

/** The nodes of `html`; parsed in an inert document, so that nothing in it can load or run. */
export function safeNodes(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return inside(parsed.body);
}
