/** The world's clock, and the buttons that move it. */
import * as api from "./api.js";
import { button, h, narrow, soon } from "./dom.js";
import { dated, dayOfWeek, fullDate, time } from "./format.js";
import { happened, showHappenings } from "./happenings.js";
import { icon } from "./icons.js";
import { popover } from "./popover.js";
import { now, on, state } from "./store.js";
import { explain, toast } from "./toast.js";
import { t } from "./words.js";

const HOUR_S = 3600;
const DAY_S = 86400;
const DAYS = 7;
const SIGNED = new Set(["advance-sunday", "play-quarter"]);
// How much of the ways is said: as much as there is room for, the first of these that fits.
const FULL = 0, BRIEF = 1, FOLDED = 2;
const SHORT = { sunday: "sunday.short", quarter: "quarter.short" };

let busy = false;

async function move(step, redraw, words) {
  if (busy) return;
  busy = true;
  redraw();
  try {
    await api.advance(step);
    toast(words ?? t("moved", { date: `${dated(now())} ${time(now())}` }), "good");
  } catch (error) {
    explain(error);
  } finally {
    busy = false;
    redraw();
  }
}

export async function playSeason(action) {
  try {
    await api.season(action);
  } catch (error) {
    explain(error);
  }
}

const control = (name, words, click, sign, label = words) =>
  h("button", { type: "button", class: "time-btn", testid: name, disabled: busy, title: t(`${words}.hint`), on: { click } },
    sign ? icon(sign, 16) : null, h("span", {}, t(label)));

const jumps = (redraw) => [
  ["advance-hour", "hour", () => move({ seconds: HOUR_S }, redraw), "clock"],
  ["advance-day", "day", () => move({ seconds: DAY_S }, redraw), "sun"],
  ["advance-sunday", "sunday", () => move({ to: "sunday-board" }, redraw, t("sunday.moved")), "trophy"],
  ["play-quarter", "quarter", () => playSeason("play-quarter"), "skip"],
];

/** Where there is no room for all of them, as on a phone, there is one button: it opens a sheet that says what each way does. */
function skip(redraw) {
  const entry = (close, [name, words, act, sign]) => {
    const take = () => {
      close();
      act();
    };
    return h("button", { type: "button", class: "menu-entry", testid: name, on: { click: take } }, icon(sign, 20),
      h("span", { class: "entry-words" }, t(words), h("span", { class: "hint" }, t(`${words}.hint`))));
  };
  const offer = (event) => popover(event.currentTarget, (close) => h("div", { class: "menu", testid: "skip-sheet" }, jumps(redraw).map((jump) => entry(close, jump))), { sheet: true });
  return control("skip", "skip", offer, "skip");
}

function clockFace() {
  return h("div", { class: "clock", title: fullDate(now()), testid: "clock", role: "timer", "aria-live": "off", "aria-label": t("clock", { date: fullDate(now()) }) },
    h("span", { class: "clock-time" }, time(now())), h("span", { class: "clock-day" }, dated(now())));
}

function seasonPart() {
  if (!state.season.playing) return control("play-week", "week", () => playSeason("play-week"), "play");
  const title = dayOfWeek(state.season);
  const share = Math.min(1, Math.max(0, (state.season.day ?? 0) / DAYS));
  return h("div", { class: "season", role: "group", "aria-label": title },
    h("div", { class: "season-words" },
      h("span", { class: "season-day", testid: "season-day" }, t("season", { day: state.season.day ?? 1 }),
        h("span", { class: "season-title", title }, title)),
      h("progress", { max: 1, value: share, "aria-label": t("season", { day: state.season.day ?? 1 }) })),
    button([icon("stop", 16), t("stop")], () => playSeason("stop"), { class: "time-btn is-stop", testid: "stop-week" }));
}

const list = (room) => (happened() ? control("happenings-open", "happenings", showHappenings, room === BRIEF ? null : "slash", room === FULL ? "happenings" : "happenings.short") : "");

function ways(redraw, room) {
  if (room === FOLDED) return [skip(redraw)];
  const brief = room === BRIEF;
  return jumps(redraw).map(([name, words, act, sign]) => control(name, words, act, !brief && SIGNED.has(name) ? sign : null, (brief && SHORT[words]) || words));
}

export function mountTimebar(root) {
  const draw = () => {
    const focused = root.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
    const bar = (room) => {
      const controls = h("div", { class: "time-controls" }, seasonPart(), state.season.playing ? "" : ways(draw, room));
      root.replaceChildren(clockFace(), controls, list(room));
      return controls;
    };
    const crowded = (controls) => controls.scrollWidth > controls.clientWidth;
    if (narrow()) bar(FOLDED);
    else [FULL, BRIEF, FOLDED].find((room) => !crowded(bar(room)));
    root.classList.toggle("is-busy", busy);
    root.classList.toggle("is-playing", Boolean(state.season.playing));
    if (focused) root.querySelector(`[data-testid="${focused}"]`)?.focus();
  };
  const later = soon(draw);
  for (const subject of ["clock", "season", "state"]) on(subject, later);
  on("narrow", draw);
  addEventListener("resize", later);
  draw();
  later();  // how much room there is shows once the bar stands on the page
  return setInterval(draw, 20_000);
}
