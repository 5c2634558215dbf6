/** What people say most, one tap away; a phrase that ends in a space goes into the box to be finished. */

import { languageOf } from "./store.js";

const BY_PART = {
  community: ["签到", "#提问 ", "/me", "/top", "/challenges", "/shop", "/guide"],
  core: ["/me", "/top", "/challenges", "/questions"],
  staff: ["/reviews", "/orderdesk", "/newchallenge", "/jobs", "/post", "/log", "/doctor"],
  private: ["签到", "/me", "/shop", "/challenges", "/top", "/guide", "/help"],
  channel: [],
};
const BY_PART_EN = {
  ...BY_PART,
  community: ["/checkin", "#question ", "/me", "/top", "/challenges", "/shop", "/guide"],
  private: ["/checkin", "/me", "/shop", "/challenges", "/top", "/guide", "/help"],
};
// What a role may do in the staff group, where it is not what a moderator may.
const AT_DESK = {
  reviewer: ["/reviews", "/help"],
  owner: ["/reviews", "/orderdesk", "/newchallenge", "/newreward", "/jobs", "/post", "/broadcast", "/doctor", "/export"],
};
const UNSET = ["/setup", "/doctor"];
const ANSWERS = {
  member: ["谢谢", "采纳", "+1", "多谢，照着做就好了"],
  staff: ["谢谢", "/ask", "采纳", "/grant 20 ", "/member", "/log"],
};
const ANSWERS_EN = {
  member: ["Thanks!", "/accept", "+1", "Thanks, that worked"],
  staff: ["Thanks!", "/ask", "/accept", "/grant 20 ", "/member", "/log"],
};
const STAFF = new Set(["owner", "operator", "moderator", "reviewer"]);

export function phrasesFor(chat, part, person, replying) {
  const english = (chat.language ?? languageOf(person)) === "en";
  if (replying && part !== "private") return (english ? ANSWERS_EN : ANSWERS)[STAFF.has(person.role) ? "staff" : "member"];
  if (!chat.part && chat.kind === "supergroup" && person.role === "owner") return UNSET;
  if (part === "staff" && AT_DESK[person.role]) return AT_DESK[person.role];
  return (english ? BY_PART_EN : BY_PART)[part] ?? BY_PART.community;
}
