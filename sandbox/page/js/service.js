/** The grey lines that tell who came and went, in the page's language. */
import { t } from "./words.js";

/** `service`: what happened, by whom, to whom. */
export function serviceLine({ kind, name, who, what }) {
  return t(`service.${kind}`, { name, who: who.join(t("and")), what });
}
