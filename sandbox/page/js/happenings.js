/** What has happened so far, week by week; each line leads to where it is seen, as the person who saw it. */
import { button, h } from "./dom.js";
import { dayOfWeek } from "./format.js";
import { icon } from "./icons.js";
import { state } from "./store.js";
import { dialog, explain } from "./toast.js";
import { t } from "./words.js";
import { become, jump } from "./world.js";

const seen = () => state.season.landmarks ?? [];

async function show({ person, chat, message }) {
  try {
    await become(person);
    await jump(chat, message);
  } catch (error) {
    explain(error);
  }
}

function line(one, close) {
  const take = () => {
    close();
    show(one);
  };
  return h("li", {}, h("button", { type: "button", class: "menu-entry", testid: "happening", on: { click: take } }, icon("go", 16),
    h("span", { class: "entry-words" }, one.words, h("span", { class: "hint" }, `${dayOfWeek(one)} · ${state.people.get(one.person)?.name ?? ""}`))));
}

function week(number, close) {
  const lines = seen().filter((one) => one.week === number);
  return h("section", {}, h("h3", {}, t("happenings.week", { week: number })), h("ol", { class: "happenings" }, lines.map((one) => line(one, close))));
}

/** Whether there is anything to list. */
export const happened = () => seen().length > 0;

export function showHappenings() {
  const weeks = [...new Set(seen().map((one) => one.week))];
  const sheet = dialog({ title: t("happenings"), wide: true, testid: "happenings", body: [h("p", { class: "hint" }, t("happenings.hint")), h("div", { class: "weeks" })], actions: [button(t("close"), () => sheet.close(), { class: "btn" })] });
  sheet.querySelector(".weeks").append(...weeks.map((number) => week(number, () => sheet.close())));
}
