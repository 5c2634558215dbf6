/** Copying words, and saying so only when they were copied. */
import { h } from "./dom.js";
import { dialog, toast } from "./toast.js";
import { t } from "./words.js";

const SHOWN = 60;

function boxOf(text, props) {
  const box = h("textarea", { readonly: true, ...props });
  box.value = text;
  return box;
}

/** The way of pages that the browser gives no clipboard: those of other machines without https. */
function copySelected(text) {
  const box = boxOf(text, { class: "offstage", "aria-hidden": "true" });
  const back = document.activeElement;
  document.body.append(box);
  box.focus({ preventScroll: true });
  box.select();
  const done = document.execCommand("copy");
  box.remove();
  back?.focus?.({ preventScroll: true });
  return done;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** Where the browser refuses to copy, the words are shown, selected, to be copied by hand. */
function byHand(text) {
  const box = boxOf(text, { class: "copy-box", rows: "4", "aria-label": t("copy.byhand") });
  dialog({ title: t("copy.byhand"), body: box, testid: "copy-sheet" });
  box.focus();
  box.select();
}

export async function copy(text) {
  if (!(await copied(text))) return byHand(text);
  const short = [...text].slice(0, SHOWN).join("");
  return toast(t("copied.what", { text: short === text ? text : `${short}…` }), "good");
}
