/** Puts the page together. */
import { mountChats } from "./chats.js";
import { mountComposer } from "./composer.js";
import { forgetCommands } from "./commands.js";
import { mountConversation } from "./conversation.js";
import { button, h, onNarrow } from "./dom.js";
import { guideButton, mountGuide } from "./guide.js";
import { icon } from "./icons.js";
import { mountInfo } from "./info.js";
import { mountPeople } from "./people.js";
import { closePopover } from "./popover.js";
import { onTravel } from "./route.js";
import { cast, forgetListeners, languageOf, me, on, setLanguage, state, tell } from "./store.js";
import { mountTimebar } from "./timebar.js";
import { explain } from "./toast.js";
import { brandName, t } from "./words.js";
import { become, begin, travel } from "./world.js";

const RETRY_MS = 1500;

let ticking = 0;

function topbar() {
  const bar = h("div", { class: "timebar", role: "group" });
  const top = h("header", { class: "topbar" },
    h("div", { class: "brand" }, h("img", { src: "/page/icon.svg", alt: "", width: "28", height: "28" }), h("span", { class: "brand-words" }, h("b", {}, brandName()), h("span", { title: t("what", { bot: state.bot.name }) }, t("stage", { bot: state.bot.name })))),
    bar,
    h("div", { class: "top-tools" },
      guideButton(),
      button([icon("globe", 18), h("span", { class: "only-wide" }, t("language")), h("span", { class: "only-narrow-text" }, t("language.short"))], switchLanguage, { class: "lang", testid: "language", "aria-label": t("language"), lang: state.lang === "zh" ? "en" : "zh-Hans" })));
  clearInterval(ticking);
  ticking = mountTimebar(bar);
  return top;
}

function lineSign() {
  const sign = h("div", { class: "line-sign", role: "status", testid: "reconnecting", hidden: state.line === "online" }, h("span", { class: "spinner" }), t("reconnecting"));
  on("line", () => {
    sign.hidden = state.line === "online";
  });
  return sign;
}

function mount() {
  forgetListeners();
  forgetCommands();
  closePopover();
  const app = document.getElementById("app");
  const [people, chats, guide, conversation, composer, info] = [h("div", { class: "people" }), h("nav", { class: "chats" }), h("aside", { class: "guide", testid: "welcome", hidden: true }), h("div", { class: "conversation" }), h("footer", { class: "composer" }), h("aside", { class: "info", testid: "info-pane", hidden: true })];
  const main = h("main", { class: "main" }, conversation, composer);
  document.documentElement.lang = state.lang === "zh" ? "zh-Hans" : "en";
  document.title = t("title", { brand: brandName() });
  app.replaceChildren(topbar(), lineSign(), h("div", { class: "columns" }, h("div", { class: "side" }, people, chats, guide), main, info));
  const place = () => app.classList.toggle("has-chat", state.chat !== null);
  on("opened", place); // first, so that what is drawn afterwards can be measured
  place();
  mountPeople(people);
  mountChats(chats);
  mountGuide(guide);
  mountConversation(conversation);
  mountComposer(composer, main);
  mountInfo(info, app);
}

function switchLanguage() {
  setLanguage(state.lang === "zh" ? "en" : "zh");
  mount();
  const [first] = cast(); // somebody who is spoken to in that language, if there is anybody
  if (languageOf(me()) !== state.lang && languageOf(first) === state.lang) become(first.id);
}

async function start() {
  try {
    await begin();
  } catch (error) {
    explain(error);
    setTimeout(start, RETRY_MS);
    return;
  }
  mount();
  document.getElementById("app").removeAttribute("aria-busy");
}

onNarrow(() => tell("narrow"));
onTravel(() => travel().catch(explain));
start();
