/** Where one is, kept in the address: #/person/chat/topic; so reloading and the browser's back button work. */

const number = (text) => (text && /^-?\d+$/.test(text) ? Number(text) : null);

export function here() {
  const [, person, chat, topic] = location.hash.split("/");
  return { person: number(person), chat: number(chat), topic: number(topic) };
}

export function go({ person, chat = null, topic = null }, { replace = false } = {}) {
  const address = ["#", person, chat, topic].filter((part) => part !== null && part !== undefined).join("/");
  if (address === location.hash) return;
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}

export const onTravel = (listener) => addEventListener("popstate", listener);
