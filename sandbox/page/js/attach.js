/** Choosing pictures and files to send: from the device, or from the pictures drawn here. */
import { button, h } from "./dom.js";
import { size } from "./format.js";
import { icon } from "./icons.js";
import { popover } from "./popover.js";
import { SAMPLES, drawSample, sampleFile } from "./samples.js";
import { STICKERS, drawSticker, stickerFile } from "./stickers.js";
import { toast } from "./toast.js";
import { mayRecord, record } from "./voice.js";
import { t } from "./words.js";

const LARGEST_BYTES = 20 * 1024 * 1024;
const MOST = 10;

export class Attachments {
  /** `changed()` after each change; `sendNow(kind, file)` for what is sent at once, without a file for a tune as voice. */
  constructor(root, changed, sendNow) {
    this.root = root;
    this.changed = changed;
    this.sendNow = sendNow;
    this.files = [];
    this.asDocument = false;
    this.urls = new Map();
    this.coming = Promise.resolve();
  }

  add(files) {
    for (const file of files) {
      if (file.size > LARGEST_BYTES) toast(t("error.toobig", { name: file.name }), "error");
      else if (this.files.length >= MOST) return this.#full();
      else this.files.push(file);
    }
    return this.draw();
  }

  #full() {
    toast(t("error.toomany"), "error");
    this.draw();
  }

  clear() {
    this.files = [];
    this.asDocument = false;
    this.draw();
  }

  #urlOf(file) {
    if (!this.urls.has(file)) this.urls.set(file, URL.createObjectURL(file));
    return this.urls.get(file);
  }

  #forgetUrls() {
    for (const [file, url] of this.urls) {
      if (this.files.includes(file)) continue;
      URL.revokeObjectURL(url);
      this.urls.delete(file);
    }
  }

  #thumb(file) {
    const remove = h("button", { type: "button", class: "thumb-remove", "aria-label": t("attach.remove", { name: file.name }), on: { click: () => {
      this.files = this.files.filter((kept) => kept !== file);
      this.draw();
    } } }, icon("close", 14));
    const picture = file.type.startsWith("image/") ? h("img", { src: this.#urlOf(file), alt: file.name }) : h("span", { class: "thumb-file" }, icon("file", 22), h("bdi", {}, file.name), h("small", {}, size(file.size)));
    return h("div", { class: "thumb" }, picture, remove);
  }

  #documentSwitch() {
    if (!this.files.some((file) => file.type.startsWith("image/"))) return null;
    const box = h("input", { type: "checkbox", checked: this.asDocument, on: { change: () => {
      this.asDocument = box.checked;
    } } });
    return h("label", { class: "as-document" }, box, t("attach.document"));
  }

  draw() {
    this.#forgetUrls();
    this.root.hidden = this.files.length === 0;
    this.root.replaceChildren(h("div", { class: "thumbs" }, this.files.map((file) => this.#thumb(file))), ...[this.#documentSwitch()].filter(Boolean));
    this.changed();
  }

  /** The card with the device's files and the samples. */
  offer(anchor) {
    popover(anchor, (close) => {
      const take = () => {
        close();
        this.add(pick.files);
      };
      const pick = h("input", { type: "file", multiple: true, class: "offstage", testid: "file-input", tabindex: "-1", "aria-hidden": "true", on: { change: take } });
      return h("div", { class: "attach" },
        button([icon("plus", 18), t("attach.pick")], () => pick.click(), { class: "menu-entry", testid: "attach-pick" }), pick,
        this.#voice(close),
        h("h3", {}, t("attach.samples")),
        h("div", { class: "samples" }, SAMPLES.map((sample) => this.#sample(sample, close))),
        h("h3", {}, t("attach.stickers")),
        h("div", { class: "samples is-stickers" }, STICKERS.map((sticker) => this.#sticker(sticker, close))));
    });
  }

  #voice(close) {
    const entry = (name, act) => button([icon("mic", 18), t(`attach.${name}`)], () => {
      close();
      act();
    }, { class: "menu-entry", testid: `attach-${name}` });
    return [mayRecord() ? entry("record", () => record((file) => this.sendNow("voice", file))) : null, entry("tune", () => this.sendNow("voice"))].filter(Boolean);
  }

  #sticker([name, sign], close) {
    const word = t(`sticker.${name}`);
    const take = () => {
      close();
      stickerFile(name, sign, word).then((file) => this.sendNow("sticker", file), () => toast(t("error.send"), "error"));
    };
    return h("button", { type: "button", class: "sample", "aria-label": word, testid: `sticker-${name}`, on: { click: take } }, drawSticker(sign, word, 160));
  }

  #sample(sample, close) {
    const take = () => {
      close();
      this.coming = sampleFile(sample).then((file) => this.add([file]), () => toast(t("error.send"), "error"));
    };
    const preview = drawSample(sample, 176, 132);
    return h("button", { type: "button", class: "sample", testid: `sample-${sample.name}`, on: { click: take } }, preview, h("span", {}, t(`sample.${sample.name}`)));
  }
}
