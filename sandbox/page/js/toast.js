/** Short notes at the top of the page, and the dialog for what must be read. */
import { button, h } from "./dom.js";
import { PlayError } from "./api.js";
import { t } from "./words.js";

const STAY_MS = 3600;
const MOST = 3;

/** Below the head of the open chat, whose title stays free; where none is open, at the foot of the page. */
function placeToasts(place) {
  const head = document.querySelector(".chat-top")?.getBoundingClientRect();
  const shown = Boolean(head?.height);
  place.classList.toggle("is-low", !shown);
  for (const side of ["top", "left", "width"]) place.style.removeProperty(side);
  if (shown) Object.assign(place.style, { top: `${head.bottom + 10}px`, left: `${head.left}px`, width: `${head.width}px` });
}

/** They stay there while anything of the page still moves. */
function keepPlaced(place) {
  if (!place.children.length) return;
  placeToasts(place);
  requestAnimationFrame(() => keepPlaced(place));
}

/** What was told to one person is not for the next one. */
export function hushToasts() {
  document.getElementById("toasts").replaceChildren();
}

export function toast(words, kind = "plain") {
  const place = document.getElementById("toasts");
  const first = !place.children.length;
  const card = h("div", { class: `toast is-${kind}`, testid: "toast" }, words);
  place.append(card);
  while (place.children.length > MOST) place.firstElementChild.remove();
  if (first) keepPlaced(place);
  setTimeout(() => card.classList.add("is-leaving"), STAY_MS);
  setTimeout(() => card.remove(), STAY_MS + 300);
}

/** Says kindly what went wrong; anything but an answer of the server is a fault of the page and is thrown on. */
export function explain(error, hint = t("error")) {
  if (!(error instanceof PlayError)) throw error;
  const reason = error.status === 0 ? t("error.offline") : error.cannot && t(`cannot.${error.cannot}`, error.fields);
  toast(reason ? t("error.said", { hint, words: reason }) : hint, "error");
}

/** A modal dialog; Escape, the button and a click beside it close it. */
export function dialog({ title, label = title, body, actions = [], testid = "dialog", wide = false }) {
  const close = () => element.close();
  const foot = actions.length ? actions : [button(t("ok"), close, { class: "btn is-primary", testid: "dialog-ok" })];
  const element = h("dialog", { class: wide ? "dialog is-wide" : "dialog", testid, "aria-label": label },
    title ? h("h2", {}, title) : null, h("div", { class: "dialog-body" }, body), h("div", { class: "dialog-foot" }, foot));
  element.addEventListener("click", (event) => event.target === element && close());
  element.addEventListener("close", () => element.remove());
  document.getElementById("overlays").append(element);
  element.showModal();
  return element;
}
