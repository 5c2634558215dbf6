/** One WebSocket for the person played; comes back by itself, waiting a little longer each time. */
import { liveUrl } from "./api.js";

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 8000;

let socket = null;
let timer = 0;
let wait = FIRST_WAIT_MS;

function hangUp() {
  clearTimeout(timer);
  if (!socket) return;
  socket.onclose = socket.onmessage = socket.onopen = null;
  socket.close();
  socket = null;
}

/** Calls `told(event)` for each event and `changed("online" | "reconnecting", again)` for the line's state. */
export function connect(person, told, changed) {
  hangUp();
  wait = FIRST_WAIT_MS;
  dial(person, told, changed, false);
}

function dial(person, told, changed, again) {
  const line = new WebSocket(liveUrl(person));
  socket = line;
  line.onopen = () => {
    wait = FIRST_WAIT_MS;
    changed("online", again);
  };
  line.onmessage = ({ data }) => told(JSON.parse(data));
  line.onclose = () => {
    changed("reconnecting", again);
    timer = setTimeout(() => dial(person, told, changed, true), wait);
    wait = Math.min(wait * 1.8, LONGEST_WAIT_MS);
  };
}
