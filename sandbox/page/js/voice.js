/** Voice messages: spoken into this device's microphone, or a tune where there is none. */
import { button, h } from "./dom.js";
import { duration } from "./format.js";
import { dialog, toast } from "./toast.js";
import { t } from "./words.js";

const LONGEST_S = 60;

/** Pages without https on another machine have no microphone. */
export const mayRecord = () => Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);

/** Records until one presses send or cancel; `send` gets the file. */
export async function record(send) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
  if (!stream) return toast(t("voice.refused"), "error");
  const [parts, recorder] = [[], new MediaRecorder(stream)];
  let wanted = false;
  recorder.ondataavailable = ({ data }) => parts.push(data);
  recorder.onstop = () => {
    for (const track of stream.getTracks()) track.stop();
    if (wanted) send(new File(parts, "voice.webm", { type: "audio/webm" }));
  };
  recorder.start();
  return showRecording(() => {
    wanted = true;
  }, () => recorder.state === "recording" && recorder.stop());
}

function showRecording(want, stop) {
  const clock = h("span", { class: "voice-clock", role: "timer" }, duration(1));
  let seconds = 0;
  const ticking = setInterval(() => {
    seconds += 1;
    clock.textContent = duration(seconds);
    if (seconds >= LONGEST_S) take();
  }, 1000);
  const take = () => {
    want();
    sheet.close();
  };
  const sheet = dialog({ title: t("voice.recording"), testid: "voice-sheet", body: h("p", { class: "voice-body" }, h("span", { class: "voice-dot", "aria-hidden": "true" }), clock),
    actions: [button(t("cancel"), () => sheet.close(), { class: "btn" }), button(t("send"), take, { class: "btn is-primary", testid: "voice-send" })] });
  sheet.addEventListener("close", () => {
    clearInterval(ticking);
    stop();
  });
}
