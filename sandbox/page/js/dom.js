/** Builds elements; text always enters as text, never as markup. */

const SVG = "http://www.w3.org/2000/svg";

function apply(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "on") {
    for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
  } else if (name === "vars") {
    for (const [key, content] of Object.entries(value)) element.style.setProperty(`--${key}`, content);
  } else if (name === "testid") {
    element.dataset.testid = value;
  } else {
    element.setAttribute(name, value === true ? "" : value);
  }
}

/** h("button", {class: "chip", on: {click}}, "words", child, [children]) */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) apply(element, name, value);
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function button(label, click, props = {}) {
  return h("button", { type: "button", on: { click }, ...props }, label);
}

/** Keeps `parent`'s children equal to `wanted` while moving as little as possible. */
export function arrange(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
  wanted.forEach((child, place) => {
    if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] ?? null);
  });
}

/** Scrolls a row sideways, and nothing else, until the chosen one of it is seen. */
export function bringIntoRow(row, selector) {
  const chosen = row?.querySelector(selector);
  if (!chosen) return;
  const left = chosen.offsetLeft - row.offsetLeft;
  if (left < row.scrollLeft || left + chosen.offsetWidth > row.scrollLeft + row.clientWidth) row.scrollLeft = left - row.clientWidth / 3;
}

/** Draws once in the next frame, however often it is asked to meanwhile: in a week that is played fast much happens at once. */
export function soon(draw) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  };
}

export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const phone = matchMedia("(max-width: 759px)");
export const narrow = () => phone.matches;
/** The page tells when it becomes as narrow as a phone, or wide again. */
export function onNarrow(listener) {
  phone.addEventListener("change", listener);
}
