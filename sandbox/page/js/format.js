/** Dates, sizes and colours as people read them. */
import { state } from "./store.js";
import { t } from "./words.js";

const locale = () => (state.lang === "zh" ? "zh-CN" : "en-GB");
const formats = new Map();

/** Making a format takes a hundred times as long as using it: each is made once for a language and a zone. */
function format(language, options) {
  const key = JSON.stringify([language, state.timezone, options]);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language, { timeZone: state.timezone, ...options }));
  return formats.get(key);
}

const shape = (seconds, options) => format(locale(), options).format(new Date(seconds * 1000));

export const time = (seconds) => shape(seconds, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
export const day = (seconds) => shape(seconds, { month: state.lang === "en" ? "short" : "long", day: "numeric" });
export const weekday = (seconds) => shape(seconds, { weekday: "short" });
const MONDAY_S = 4 * 86400;
/** What a day of a played week is called: in the words of its script, which are Chinese; elsewhere by its weekday. */
export const dayOfWeek = ({ day, title }) =>
  state.lang === "zh" ? title ?? "" : format(locale(), { timeZone: "UTC", weekday: "long" }).format(new Date((MONDAY_S + ((day || 1) - 1) * 86400) * 1000));
/** Day and weekday, in the order of the language. */
export const dated = (seconds) => (state.lang === "en" ? `${weekday(seconds)} ${day(seconds)}` : `${day(seconds)} ${weekday(seconds)}`);
export const fullDate = (seconds) => shape(seconds, { year: "numeric", month: "long", day: "numeric", weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const KEY = { year: "numeric", month: "2-digit", day: "2-digit" };
export const dayKey = (seconds) => format("en-CA", KEY).format(new Date(seconds * 1000));

/** 今天, 昨天, or the date. */
export function dayName(seconds, now) {
  if (dayKey(seconds) === dayKey(now)) return t("today");
  if (dayKey(seconds) === dayKey(now - 86400)) return t("yesterday");
  return dated(seconds);
}

/** As short as a list of chats wants it. */
export function briefly(seconds, now) {
  if (dayKey(seconds) === dayKey(now)) return time(seconds);
  if (now - seconds < 6 * 86400) return weekday(seconds);
  return shape(seconds, { month: "numeric", day: "numeric" });
}

export function size(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

export function duration(seconds) {
  return seconds ? `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}` : "";
}

/** A steady colour for somebody the server gave none. */
export function hueOf(person) {
  const known = state.people.get(person.id);
  if (known?.avatar_hue !== undefined) return known.avatar_hue;
  return (Math.abs(Number(person.id) || 7) * 47) % 360;
}

/** The character that stands for a name: the last of a Chinese one, the first of others. */
export function initial(name) {
  const letters = [...String(name).trim()];
  const first = letters.find((letter) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(letter)) ?? "·";
  return first.toUpperCase();
}

/** Telegram sends some emoji without the mark that asks for colour. */
export const colourful = (emoji) => (/^[\u2000-\u2BFF]$/u.test(emoji) ? `${emoji}\uFE0F` : emoji);
