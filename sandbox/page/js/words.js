/** The page's own words. What the bot says comes from the bot. */
import { state } from "./store.js";
import { zh } from "./words.zh.js";
import { en } from "./words.en.js";

const LOCALES = { zh, en };

/** The words for `key`, with {names} filled in. */
export function t(key, values = {}) {
  const words = LOCALES[state.lang][key] ?? zh[key];
  if (words === undefined) throw new Error(`no words for ${key}`);
  return words.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** What the brand is called in the language of the page, or as it is called at all. */
export const brandName = () => state.brands[state.lang] ?? state.brands.zh ?? "";

/** What somebody in that role is, and what they can do. */
export const roleAbout = (role) => LOCALES[state.lang][`role.${role}.about`] ?? "";

export const roleName = (role) => LOCALES[state.lang][`role.${role}`] ?? role ?? "";
