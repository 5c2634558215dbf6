/** The buttons under a message. */
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { follow } from "./links.js";
import { dialog, explain, toast } from "./toast.js";
import { t } from "./words.js";
import { act } from "./world.js";

const SIGNS = { url: "link", deep_link: "link", copy: "copy" };

function showAnswer(answer) {
  if (!answer) return;
  if (answer.url) follow(answer.url);
  if (!answer.text) return;
  if (answer.show_alert) dialog({ title: "", body: h("p", { class: "alert-text" }, answer.text), testid: "alert" });
  else toast(answer.text, "answer");
}

async function press(message, row, column, element) {
  if (element.getAttribute("aria-busy") === "true") return;
  element.setAttribute("aria-busy", "true");
  try {
    const { answer } = await act("press", { chat: message.chat, message: message.id, row, column });
    showAnswer(answer);
  } catch (error) {
    explain(error);
  } finally {
    element.removeAttribute("aria-busy");
  }
}

/** Copies; without the clipboard's permission by the old way of selecting. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const box = h("textarea", { class: "offstage" });
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
}

async function copyAndSay(text) {
  await copy(text);
  toast(t("copied.what", { text }), "good");
}

function doer(message, spec, row, column) {
  if (spec.kind === "copy") return () => copyAndSay(spec.copy ?? spec.text);
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
