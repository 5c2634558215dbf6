/** Pictures, films and files in messages. */
import { fileUrl } from "./api.js";
import { h } from "./dom.js";
import { duration, size } from "./format.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

const TALLEST = 1.35;
const FLATTEST = 0.42;

const shape = (media) => Math.min(TALLEST, Math.max(FLATTEST, (media.height || 3) / (media.width || 4)));

function showLarge(media) {
  const url = fileUrl(media.file_id);
  const view = h("dialog", { class: "lightbox", "aria-label": media.name ?? t(media.kind) },
    media.kind === "video" ? h("video", { src: url, controls: true, autoplay: true }) : h("img", { src: url, alt: media.name ?? "" }),
    h("button", { type: "button", class: "round lightbox-close", "aria-label": t("close") }, icon("close")));
  view.addEventListener("click", (event) => event.target.tagName !== "VIDEO" && view.close());
  view.addEventListener("close", () => view.remove());
  document.getElementById("overlays").append(view);
  view.showModal();
}

function picture(media, label) {
  const inner = media.kind === "video"
    ? [h("video", { src: fileUrl(media.file_id), preload: "metadata", muted: true, tabindex: "-1" }), h("span", { class: "film-play" }, icon("play", 26)), h("span", { class: "film-length" }, duration(media.duration))]
    : [h("img", { src: fileUrl(media.file_id), alt: label, loading: "lazy", decoding: "async" })];
  return h("button", { type: "button", class: `picture is-${media.kind}`, "aria-label": `${t(media.kind)} ${label}`, on: { click: () => showLarge(media) } }, inner);
}

function document_(media) {
  const name = media.name || t("document");
  return h("a", { class: "document", href: fileUrl(media.file_id), download: name },
    h("span", { class: "document-sign" }, icon("file", 24)),
    h("span", { class: "document-words" }, h("bdi", { class: "document-name" }, name), h("span", { class: "document-size" }, [size(media.size), (name.split(".").at(-1) ?? "").slice(0, 5).toUpperCase()].filter(Boolean).join(" · "))));
}

function voice(media) {
  return h("div", { class: "voice" }, icon("mic", 18), h("audio", { src: fileUrl(media.file_id), controls: true, preload: "metadata", "aria-label": t("voice") }));
}

function one(media) {
  if (media.kind === "voice") return voice(media);
  if (media.kind === "document") return document_(media);
  if (media.kind === "sticker") return h("img", { class: "sticker", src: fileUrl(media.file_id), alt: media.name || t("sticker") });
  return h("div", { class: "single", vars: { ratio: String(1 / shape(media)) } }, picture(media, media.name ?? ""));
}

/** The media of one message, or of the messages of an album as a grid. */
export function mediaOf(messages) {
  const shown = messages.filter((message) => message.media);
  if (!shown.length) return null;
  const visual = shown.every(({ media }) => media.kind === "photo" || media.kind === "video");
  if (shown.length === 1 || !visual) return h("div", { class: "media" }, shown.map(({ media }) => one(media)));
  const cells = shown.map((message) => h("div", { class: "cell", testid: `media-${message.id}` }, picture(message.media, message.media.name ?? "")));
  return h("div", { class: `media album of-${Math.min(shown.length, 10)}` }, cells);
}
