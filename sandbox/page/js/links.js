/** Where links lead: deep links and message links stay on the page, the rest of the web opens beside it. */
import { state } from "./store.js";
import { joinByLink, jump, open, pressStart } from "./world.js";
import { toast } from "./toast.js";
import { t } from "./words.js";

const HOSTS = new Set(["t.me", "telegram.me"]);

function inTelegram(url) {
  const [first, ...rest] = url.pathname.split("/").filter(Boolean);
  if (first === state.bot.username) return pressOrOpen(url);
  if (first === "c" && rest.length) return toMessage(Number(`-100${rest[0]}`), Number(rest.at(-1)));
  if (first?.startsWith("+") || first === "joinchat") return joinByLink(url.href);
  const named = [...state.chats.values()].find((chat) => chat.username && chat.username === first);
  if (named && rest.length) return toMessage(named.id, Number(rest.at(-1)));
  return toast(t("error.notforyou"));
}

const pressOrOpen = (url) => (url.searchParams.has("start") ? pressStart(url.searchParams.get("start")) : open(state.me));

function toMessage(chat, message) {
  const short = Number(String(chat).slice(4));
  const found = [chat, -short].find((id) => state.chats.get(id)?.members.includes(state.me));
  return found === undefined ? toast(t("error.notforyou")) : jump(found, message);
}

export function follow(address) {
  if (!URL.canParse(address, location.href)) return toast(t("error.notforyou"));
  const url = new URL(address, location.href);
  if (HOSTS.has(url.hostname)) return inTelegram(url);
  if (url.protocol === "tg:" && url.searchParams.get("domain") === state.bot.username) return pressOrOpen(url);
  if (!["http:", "https:"].includes(url.protocol)) return toast(t("error.notforyou"));
  return window.open(url.href, "_blank", "noopener,noreferrer");
}

/** Lets `container` follow the links clicked in it. */
export function followIn(container) {
  container.addEventListener("click", (event) => {
    const anchor = event.target.closest("a[href]");
    if (!anchor || event.ctrlKey || event.metaKey || anchor.hasAttribute("download")) return;
    event.preventDefault();
    follow(anchor.getAttribute("href"));
  });
}
