// What came of a paste, of files, of a document that was taken in: said beside what was pressed, and there until it is closed.

import { element, form, say } from "./form.js";
import { tools } from "./text.js";

/** A place where something is said aloud when it is put there. */
export function toldPlace() {
  const place = element("div", { className: "told-place" });
  place.setAttribute("role", "status");
  return place;
}

const place = toldPlace();
tools.after(place);

const listOf = (lines) => element("ul", {}, ...lines.map((line) => element("li", {}, line)));

/**
 * Shows sentences, controls and further sentences that are folded; replaces what was said of the same `sort`.
 *
 * It stands at a place of its own or below the tools. A fault is brought into view: it is no use where nobody looks.
 * `foldedAs` is the line that all of it is folded below.
 */
export function tell(sort, title, lines, { more = [], moreTitle = "", isFault = false, isShown = isFault, at = place, controls = [], foldedAs = "", whenClosed = () => {} } = {}) {
  form.querySelectorAll(`[data-told="${sort}"]`).forEach((old) => old.remove());
  if (!title && !lines.length) return null;
  const box = element("section", { className: isFault ? "told error" : "told" }, element("p", {}, element("strong", {}, title)));
  box.dataset.told = sort;
  if (isFault) box.setAttribute("role", "alert");
  if (lines.length) box.append(listOf(lines));
  box.append(...controls);
  if (more.length) box.append(element("details", {}, element("summary", {}, moreTitle), listOf(more)));
  const close = element("button", { type: "button" }, say("closeTold"));
  close.addEventListener("click", () => {
    box.remove();
    whenClosed();
    form.elements._body.focus();
  });
  box.append(close);
  if (foldedAs) box.replaceChildren(element("details", {}, element("summary", {}, foldedAs), ...box.children));
  at.append(box);
  if (isShown) {
    // With the button that it stands beside.
    const seen = at === place ? box : at.parentElement;
    seen.scrollIntoView({ block: seen.offsetHeight > innerHeight * 0.8 ? "start" : "nearest" });
  }
  return box;
}
