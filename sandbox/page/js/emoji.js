/** A small card of emoji for the composer. */
import { button, h } from "./dom.js";
import { t } from "./words.js";

const EMOJI = [..."😀😄😁😂🤣😊😍🥰😘😎🤩🤔🫡🙄😅😭😱😴🥳🤗👍👎👏🙏🙌💪🤝👌✌👋🔥🎉✨💯⭐🌟🏆🎁🎈💡🚗🛣🏕🏔🌅🌧☀🌙📷🎬📣📌✅❓❗🍀☕🍜🧋"];

export function emojiCard(choose) {
  return h("div", { class: "emoji-card", role: "group", "aria-label": t("emoji") },
    EMOJI.map((emoji) => button(emoji, () => choose(emoji), { class: "pick" })));
}
