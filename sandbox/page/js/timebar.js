/** The world's clock, and the buttons that move it. */
import * as api from "./api.js";
import { button, h } from "./dom.js";
import { dated, fullDate, time } from "./format.js";
import { icon } from "./icons.js";
import { now, on, state } from "./store.js";
import { explain, toast } from "./toast.js";
import { t } from "./words.js";

const HOUR_S = 3600;
const DAY_S = 86400;
const DAYS = 7;

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

async function playSeason(action) {
  try {
    await api.season(action);
  } catch (error) {
    explain(error);
  }
}

const control = (name, words, click, sign) =>
  h("button", { type: "button", class: "time-btn", testid: name, disabled: busy, "aria-label": t(words), title: t(words), on: { click } },
    sign ? icon(sign, 16) : null, h("span", { class: "only-wide" }, t(words)), h("span", { class: "only-narrow-text" }, t(`${words}.short`)));

function clockFace() {
  return h("div", { class: "clock", title: fullDate(now()), testid: "clock", role: "timer", "aria-live": "off", "aria-label": t("clock", { date: fullDate(now()) }) },
    h("span", { class: "clock-time" }, time(now())), h("span", { class: "clock-day" }, dated(now())));
}

function seasonPart() {
  if (!state.season.playing) return control("play-week", "week", () => playSeason("play-week"), "play");
  const share = Math.min(1, Math.max(0, (state.season.day ?? 0) / DAYS));
  return h("div", { class: "season", role: "group", "aria-label": state.season.title },
    h("div", { class: "season-words" },
      h("span", { class: "season-day", testid: "season-day" }, t("season", { day: state.season.day ?? 1 }),
        h("span", { class: "season-title only-wide", title: state.season.title ?? "" }, state.season.title ?? "")),
      h("progress", { max: 1, value: share, "aria-label": t("season", { day: state.season.day ?? 1 }) })),
    button([icon("stop", 16), t("stop")], () => playSeason("stop"), { class: "time-btn is-stop", testid: "stop-week" }));
}

export function mountTimebar(root) {
  const draw = () => {
    const focused = root.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
    root.replaceChildren(clockFace(), h("div", { class: "time-controls" },
      control("advance-hour", "hour", () => move({ seconds: HOUR_S }, draw)),
      control("advance-day", "day", () => move({ seconds: DAY_S }, draw)),
      control("advance-sunday", "sunday", () => move({ to: "sunday-board" }, draw, t("sunday.moved")), "trophy"),
      seasonPart()));
    root.classList.toggle("is-busy", busy);
    root.classList.toggle("is-playing", Boolean(state.season.playing));
    if (focused) root.querySelector(`[data-testid="${focused}"]`)?.focus();
  };
  for (const subject of ["clock", "season", "state"]) on(subject, draw);
  draw();
  return setInterval(draw, 20_000);
}
