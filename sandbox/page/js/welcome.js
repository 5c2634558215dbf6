/** The first words on the first visit; they go by themselves. */
import { button, h } from "./dom.js";
import { icon } from "./icons.js";
import { kept, keep } from "./memory.js";
import { on, state } from "./store.js";
import { t } from "./words.js";

const STAY_S = 24;
const LINES = [["☀️", "welcome.1"], ["💡", "welcome.2"], ["🤝", "welcome.3"], ["🎭", "welcome.4"], ["▶️", "welcome.5"]];

let shown = null;

export function welcome() {
  shown?.remove();
  const card = h("aside", { class: "welcome", testid: "welcome", "aria-label": t("help"), vars: { stay: `${STAY_S}s` } },
    h("button", { type: "button", class: "round welcome-close", "aria-label": t("close"), testid: "welcome-close", on: { click: () => bye() } }, icon("close", 18)),
    h("h2", {}, t("welcome", { brand: state.brand }), " 👋"),
    h("ol", {}, LINES.map(([sign, words]) => h("li", {}, h("span", { class: "welcome-sign", "aria-hidden": "true" }, sign), t(words)))),
    button(t("welcome.go"), () => bye(), { class: "btn is-primary is-small" }),
    h("span", { class: "welcome-rest", "aria-hidden": "true", on: { animationend: () => bye() } }));
  const bye = () => {
    keep("welcomed", true);
    card.classList.add("is-leaving");
    setTimeout(() => card.remove(), 260);
  };
  card.addEventListener("keydown", (event) => event.key === "Escape" && bye());
  shown = card;
  on("said", bye);
  document.getElementById("overlays").append(card);
}

/** The same words in another language, if they are still to be seen. */
export function welcomeAgain() {
  if (shown?.isConnected) welcome();
}

export function welcomeOnce() {
  if (!kept("welcomed", false)) welcome();
}
