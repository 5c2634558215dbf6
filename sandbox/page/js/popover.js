/** Small cards that open beside what was pressed, on phones as a sheet from below. */
import { h, narrow } from "./dom.js";

const GAP = 8;
let current = null;

export function closePopover() {
  current?.close();
}

/** `anchor`: an element, or the event of a pointer. */
function place(card, anchor) {
  const at = anchor instanceof Element ? anchor.getBoundingClientRect() : new DOMRect(anchor.clientX, anchor.clientY, 0, 0);
  const { offsetWidth: width, offsetHeight: height } = card;
  const left = Math.min(Math.max(GAP, at.left + at.width / 2 - width / 2), innerWidth - width - GAP);
  const above = at.top - height - GAP;
  const top = above >= GAP ? above : Math.min(at.bottom + GAP, innerHeight - height - GAP);
  card.style.left = `${left}px`;
  card.style.top = `${Math.max(GAP, top)}px`;
}

/** Shows what `fill(close)` makes; Escape, a click beside it or another popover closes it. */
export function popover(anchor, fill, { sheet = narrow(), closed = () => {} } = {}) {
  closePopover();
  const back = document.activeElement;
  const veil = h("div", { class: sheet ? "veil is-dark" : "veil" });
  const card = h("div", { class: sheet ? "popover is-sheet" : "popover" });
  const close = () => {
    if (current?.close !== close) return;
    current = null;
    veil.remove();
    card.remove();
    removeEventListener("keydown", onKey, true);
    closed();
    if (back?.isConnected) back.focus({ preventScroll: true });
  };
  const onKey = (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  current = { close };
  card.append(fill(close));
  veil.addEventListener("pointerdown", (event) => (event.preventDefault(), close()));
  addEventListener("keydown", onKey, true);
  document.getElementById("overlays").append(veil, card);
  if (!sheet) place(card, anchor);
  card.querySelector("button")?.focus({ preventScroll: true });
  return close;
}
