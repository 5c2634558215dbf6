/** Small things the browser remembers; a browser that refuses to is fine, too. */

const PREFIX = "kocbot.";

function read(place, key) {
  try {
    const text = place().getItem(PREFIX + key);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function write(place, key, value) {
  try {
    place().setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Private windows may refuse storage: then nothing is remembered, and nothing else is lost.
  }
}

const lasting = () => localStorage;
const passing = () => sessionStorage;

export const kept = (key, otherwise) => read(lasting, key) ?? otherwise;
export const keep = (key, value) => write(lasting, key, value);
export const noted = (key, otherwise) => read(passing, key) ?? otherwise;
export const note = (key, value) => write(passing, key, value);
