/** The play API of the sandbox server. */

/** What the server (or the silence of it) said; `cannot` names what a person can't do, where that is why. */
export class PlayError extends Error {
  constructor(status, { error = "", cannot = "", fields = {} } = {}) {
    super(error);
    Object.assign(this, { status, cannot, fields });
  }
}

async function ask(path, options = {}) {
  let answer;
  try {
    answer = await fetch(path, { cache: "no-store", ...options });
  } catch {
    throw new PlayError(0);
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok || body.ok === false) throw new PlayError(answer.status, body);
  return body;
}

const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

const query = (fields) => new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));

export const fetchState = () => ask("/play/state");

export function fetchMessages(chat, as, { topic, before, limit = 50 } = {}) {
  return ask(`/play/chats/${chat}/messages?${query({ as, topic, before, limit })}`).then((body) => body.messages);
}

export const fetchCommands = (as, chat) => ask(`/play/chats/${chat}/commands?${query({ as })}`).then((body) => body.commands);

export const act = (as, doing, fields = {}) => post("/play/act", { as, do: doing, ...fields });

export function sendFiles(as, files, fields) {
  const form = new FormData();
  form.append("json", JSON.stringify({ as, do: "send", ...fields }));
  for (const file of files) form.append("file", file, file.name);
  return ask("/play/act", { method: "POST", body: form });
}

/** A sample that the server keeps, such as a voice message. */
export const sendSample = (as, sample, fields) => post("/play/act", { as, do: "send", sample, ...fields });

export const advance = (step) => post("/play/advance", step);
export const season = (action) => post("/play/season", { action });
export const fileUrl = (id) => `/play/file/${encodeURIComponent(id)}`;
export const liveUrl = (as) => `${location.origin.replace(/^http/, "ws")}/play/live?as=${encodeURIComponent(as)}`;
