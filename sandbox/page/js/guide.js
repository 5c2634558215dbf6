/** Where to begin: what this is, and for the person played a few steps that lead to the place where they are done. */
import { button, h } from "./dom.js";
import { view } from "./history.js";
import { icon } from "./icons.js";
import { keep, kept, note, noted } from "./memory.js";
import { chatsOf, doorsFor, me, on, partOf, state, tell } from "./store.js";
import { playSeason } from "./timebar.js";
import { roleName, t } from "./words.js";
import { joinChat, open } from "./world.js";

const TOPICS = { checkin: "签到", question: "提问" };

const home = (part) => chatsOf(state.me).find((chat) => partOf(chat) === part && chat.part === part);
const topicNamed = (chat, name) => chat.topics.find((topic) => topic.name === TOPICS[name])?.id ?? null;
/** The latest that somebody else has written there: what can be answered. */
const latest = (chat) => view(chat.id).messages.findLast(({ from, service }) => from && !service && state.people.has(from.id) && from.id !== state.me);

/** Goes there and lays the words into the box, to be sent or changed. */
const writing = (chat, words, { topic = null, reply } = {}) => chat && (async () => {
  await open(chat.id, topic);
  if (reply) tell("reply", reply);
  tell("compose", words);
});

const inCommunity = (key, topic) => () => {
  const chat = home("community");
  return chat && writing(chat, t(`guide.${key}.text`), { topic: topicNamed(chat, topic) });
};
const thanking = () => {
  const chat = home("community");
  const reply = chat && latest(chat);
  return reply && writing(chat, t("guide.thanks.text"), { topic: reply.topic, reply });
};
const inPrivate = (words) => () => writing(state.chats.get(state.me), words);
const atDesk = (words) => () => writing(home("staff"), words);
const fresh = () => writing(chatsOf(state.me).find((chat) => chat.kind === "supergroup" && !chat.part), "/setup");
const joining = () => {
  const [door] = home("community") ? [] : doorsFor(state.me).filter((chat) => chat.kind !== "channel");
  return door && (() => joinChat(door));
};
const watching = () => () => playSeason("play-week");

const MEMBER = [["🚪", "join", joining], ["☀️", "checkin", inCommunity("checkin", "checkin")], ["💡", "ask", inCommunity("ask", "question")], ["🤝", "thanks", thanking], ["🎁", "shop", inPrivate("/shop")], ["▶️", "watch", watching]];
const DESK = [["🗂", "review", atDesk("/reviews")], ["📦", "orders", atDesk("/orderdesk")], ["🎯", "challenge", atDesk("/newchallenge")], ["📣", "post", atDesk("/post")], ["▶️", "watch", watching]];
const REVIEWER = [DESK[0], ...MEMBER.slice(1, 3), DESK[4]];
const OWNER = [["🏗", "setup", fresh], ["🎁", "reward", inPrivate("/newreward")], ["📣", "broadcast", atDesk("/broadcast")], ["👥", "team", atDesk("/roles")], ["▶️", "watch", watching]];
const STEPS = { moderator: DESK, reviewer: REVIEWER, owner: OWNER, operator: DESK };

const keyOf = (name) => `${state.me}|${name}`;

/** The steps that this person can do here, each with what it does. */
function steps() {
  return (STEPS[me().role] ?? MEMBER).map(([sign, name, offer]) => ({ sign, name, act: offer() })).filter(({ act }) => act);
}

class Guide {
  constructor(root) {
    this.root = root;
    this.shown = !kept("welcomed", false);
  }

  show(yes) {
    this.shown = yes;
    keep("welcomed", !yes);
    this.draw();
    if (yes) this.root.querySelector("button.step")?.focus({ preventScroll: true });
  }

  take({ name, act }) {
    note("steps", { ...noted("steps", {}), [keyOf(name)]: true });
    this.draw();
    act();
  }

  #step(step, done, next) {
    return h("li", {}, h("button", { type: "button", class: `step${done ? " is-done" : ""}${next ? " is-next" : ""}`, testid: `step-${step.name}`, on: { click: () => this.take(step) } },
      h("span", { class: "step-sign", "aria-hidden": "true" }, done ? icon("check", 18) : step.sign),
      h("span", { class: "step-words" }, t(`guide.${step.name}`)), icon("go", 16)));
  }

  draw() {
    this.root.hidden = !this.shown;
    if (!this.shown) return;
    const taken = noted("steps", {});
    const offered = steps();
    const next = offered.find(({ name }) => !taken[keyOf(name)]);
    this.root.setAttribute("aria-label", t("guide"));
    this.root.replaceChildren(
      h("button", { type: "button", class: "round welcome-close", "aria-label": t("close"), testid: "welcome-close", on: { click: () => this.show(false) } }, icon("close", 18)),
      h("p", { class: "guide-what" }, t("what", { bot: state.bot.name })),
      h("h2", {}, t("guide.title", { name: me().name, role: roleName(me().role) })),
      h("ol", {}, offered.map((step) => this.#step(step, Boolean(taken[keyOf(step.name)]), step === next))),
      me().role === "owner" || me().role === "moderator" ? "" : h("p", { class: "hint" }, t("guide.others")));
  }
}

export function mountGuide(root) {
  const guide = new Guide(root);
  on("state", () => guide.draw());
  on("guide-toggle", () => guide.show(!guide.shown));
  guide.draw();
}

export const guideButton = () => button([icon("help", 20), h("span", { class: "only-wide" }, t("help"))], () => tell("guide-toggle"), { class: "lang help", "aria-label": t("help"), title: t("help"), testid: "help" });
