// The way to what a message is about.

import { form } from "./form.js";
import { cellSelector } from "./gridview.js";
import { put } from "./text.js";

/** Brings a line of the text into view: the veil over it has an element for each. */
export function scrollTo(control, offset) {
  const number = control.value.slice(0, offset).split("\n").length - 1;
  const line = document.querySelector(".veil")?.children[number];
  (line?.offsetHeight ? line : control).scrollIntoView({ block: "center" });
}

/**
 * Goes to the control of a place, which a fold may hide; of the text to what stands from `start` to `end`.
 *
 * Words are selected, so that they can be typed anew. Below a heading the caret stands in the empty line; a whole line is
 * not selected: the next letter would take its place.
 */
export function go(place, start, end) {
  const [table, row, column] = place.split("/");
  const control = column ? form.querySelector(cellSelector(table, row, column))
    : place === "_body" ? form.elements._body
    : document.getElementById(`pick-${place}`) || document.getElementById(`add-field-${place}`) || form.elements[`field.${place}`];
  if (!control) return false;
  const fold = control.closest("details");
  if (fold) fold.open = true;
  control.focus({ preventScroll: true });
  if (control !== form.elements._body || start === undefined) {
    control.scrollIntoView({ block: "center" });
    return true;
  }
  const { value } = control;
  const lineStart = value.lastIndexOf("\n", Number(start) - 1) + 1;
  const lineEnd = value.indexOf("\n", Number(start)) < 0 ? value.length : value.indexOf("\n", Number(start));
  const isHeading = /^[ \t]*#/.test(value.slice(lineStart, lineEnd));
  if (isHeading && value[lineEnd] === "\n") {
    // Where the next heading follows at once, an empty line is made.
    const next = value.slice(lineEnd + 1).split("\n", 1)[0];
    if (next.trim()) put({ start: lineEnd, end: lineEnd, text: "\n\n", from: lineEnd + 2 });
    else control.setSelectionRange(lineEnd + 1, lineEnd + 1);
  } else if (/!\[$/.test(value.slice(0, Number(start)).replace(/\]\($/, ""))) {
    // What a picture shows stands before its name.
    const at = Number(start) - 2;
    control.setSelectionRange(at, at);
  } else if (Number(start) <= lineStart && Number(end) >= lineEnd || value.slice(start, end).includes("\n")) {
    control.setSelectionRange(lineEnd, lineEnd);
  } else control.setSelectionRange(Number(start), Number(end));
  scrollTo(control, Number(start));
  return true;
}
