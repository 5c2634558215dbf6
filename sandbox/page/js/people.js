/** Who one is: the card of the person played, the row of everybody, and the sheet to choose from. */
import { avatar } from "./avatar.js";
import { roleChip } from "./card.js";
import { bringIntoRow, button, h } from "./dom.js";
import { icon } from "./icons.js";
import { cast, me, on, state } from "./store.js";
import { dialog } from "./toast.js";
import { roleAbout, roleName, t } from "./words.js";
import { become } from "./world.js";

function card() {
  const person = me();
  return h("button", { type: "button", class: "identity", testid: "identity", "aria-label": [`${t("iam")} ${person.name}`, t("switch")].join(t("comma")), on: { click: choose } },
    avatar(person, 46),
    h("span", { class: "identity-words" },
      h("span", { class: "identity-small" }, t("iam")),
      h("span", { class: "identity-name" }, h("bdi", {}, person.name), roleChip(person.role))),
    h("span", { class: "identity-switch" }, icon("swap", 18), t("switch")));
}

function face(person) {
  const chosen = person.id === state.me;
  return h("button", { type: "button", class: "face", testid: `person-${person.id}`, "aria-pressed": String(chosen),
    "aria-label": `${t("become", { name: person.name })} · ${roleName(person.role)}`, title: `${person.name} · ${roleName(person.role)}`, on: { click: () => become(person.id) } },
    h("span", { class: `face-ring role-${String(person.role).replace(/[^a-z]/g, "")}` }, avatar(person, 44)), h("bdi", { class: "face-name" }, person.name));
}

function choice(person, close) {
  const take = () => {
    close();
    become(person.id);
  };
  return h("button", { type: "button", class: "choice", "aria-pressed": String(person.id === state.me), testid: `choose-${person.id}`, on: { click: take } },
    avatar(person, 44),
    h("span", { class: "choice-words" },
      h("span", { class: "choice-name" }, h("bdi", {}, person.name), roleChip(person.role)),
      h("span", { class: "choice-bio" }, person.bio ?? "")));
}

function choose() {
  const sheet = dialog({ title: t("people"), wide: true, testid: "people-sheet", body: [h("p", { class: "hint" }, t("people.hint")), h("p", { class: "hint" }, roleAbout("koc")), h("div", { class: "choices" })], actions: [button(t("close"), () => sheet.close(), { class: "btn" })] });
  sheet.querySelector(".choices").append(...cast().map((person) => choice(person, () => sheet.close())));
}

export function mountPeople(root) {
  const draw = () => {
    const kept = root.querySelector(".faces")?.scrollLeft ?? 0;
    const faces = h("div", { class: "faces", role: "group", "aria-label": t("people") }, cast().map(face));
    root.replaceChildren(card(), faces);
    faces.scrollLeft = kept;
    bringIntoRow(faces, "[aria-pressed=true]");
  };
  on("state", draw);
  draw();
}
