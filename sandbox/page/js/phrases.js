/** What people say most, one tap away; a phrase that ends in a space goes into the box to be finished. */

const BY_PART = {
  community: ["签到", "#提问 ", "/me", "/top", "/challenges", "/shop", "/guide"],
  core: ["/me", "/top", "/challenges", "/questions"],
  staff: ["/newchallenge", "/newreward", "/jobs", "/post weekly", "/doctor", "/export"],
  private: ["签到", "/me", "/shop", "/challenges", "/top", "/guide", "/help"],
  channel: [],
};
const ANSWERS = {
  member: ["谢谢", "采纳", "+1", "多谢，照着做就好了"],
  staff: ["谢谢", "/ask", "采纳", "/grant 20 ", "/member", "/log"],
};
const STAFF = new Set(["owner", "operator", "moderator", "reviewer"]);

export function phrasesFor(part, person, replying) {
  if (replying && part !== "private") return ANSWERS[STAFF.has(person.role) ? "staff" : "member"];
  return BY_PART[part] ?? BY_PART.community;
}
