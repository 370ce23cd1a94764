// What came of a paste, of files, of a document that was taken in: said under the tools, and there until it is closed.

import { element, form, say } from "./form.js";
import { tools } from "./text.js";

const place = element("div", { className: "told-place" });
place.setAttribute("role", "status");
tools.after(place);

/** Shows sentences, and further ones that are folded; replaces what was said of the same `sort`. */
export function tell(sort, title, lines, { more = [], moreTitle = "", isFault = false } = {}) {
  place.querySelector(`[data-told="${sort}"]`)?.remove();
  if (!title && !lines.length) return null;
  const box = element("section", { className: isFault ? "told error" : "told" }, element("p", {}, element("strong", {}, title)));
  box.dataset.told = sort;
  if (lines.length) box.append(element("ul", {}, ...lines.map((line) => element("li", {}, line))));
  if (more.length) {
    box.append(element("details", {}, element("summary", {}, moreTitle), element("ul", {}, ...more.map((line) => element("li", {}, line)))));
  }
  const close = element("button", { type: "button" }, say("closeTold"));
  close.addEventListener("click", () => {
    box.remove();
    form.elements._body.focus();
  });
  box.append(close);
  place.append(box);
  return box;
}
