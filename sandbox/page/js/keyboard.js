/** The buttons under a message. */
import { copy } from "./copy.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { follow } from "./links.js";
import { dialog, explain, toast } from "./toast.js";
import { state } from "./store.js";
import { act } from "./world.js";

const SIGNS = { url: "link", deep_link: "link", copy: "copy" };

function showAnswer(answer) {
  if (!answer) return;
  if (answer.url) follow(answer.url);
  if (!answer.text) return;
  if (answer.show_alert) dialog({ title: "", body: h("p", { class: "alert-text" }, answer.text), testid: "alert" });
  else toast(answer.text, "answer");
}

/** An answer is for who pressed: it is not shown to whom one has become meanwhile. */
async function press(message, row, column, element) {
  if (element.getAttribute("aria-busy") === "true") return;
  element.setAttribute("aria-busy", "true");
  const presser = state.me;
  try {
    const { answer } = await act("press", { chat: message.chat, message: message.id, row, column });
    if (presser === state.me) showAnswer(answer);
  } catch (error) {
    if (presser === state.me) explain(error);
  } finally {
    element.removeAttribute("aria-busy");
  }
}

function doer(message, spec, row, column) {
  if (spec.kind === "copy") return () => copy(spec.copy ?? spec.text);
  if (spec.kind === "url" || spec.kind === "deep_link") return () => follow(spec.url);
  return (event) => press(message, row, column, event.currentTarget);
}

function key(message, spec, row, column) {
  const style = ["primary", "success", "danger"].includes(spec.style) ? ` is-${spec.style}` : "";
  return h("button", { type: "button", class: `key${style}`, on: { click: doer(message, spec, row, column) } },
    h("span", { class: "key-text" }, spec.text), SIGNS[spec.kind] ? icon(SIGNS[spec.kind], 13) : null);
}

export function keyboard(message) {
  if (!message.buttons?.length) return null;
  return h("div", { class: "keyboard" },
    message.buttons.map((row, at) => h("div", { class: "keyboard-row" }, row.map((spec, column) => key(message, spec, at, column)))));
}
