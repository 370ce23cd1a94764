// Tools of the text.

import { body, element, form, say } from "./form.js";

export const tools = form.querySelector(".tools");
const around = (before, after) => {
  const { selectionStart: start, selectionEnd: end, value } = body;
  body.setRangeText(before + (value.slice(start, end) || say("sample")) + after, start, end, "select");
  body.dispatchEvent(new InputEvent("input", { bubbles: true }));
  body.focus();
};
const atLine = (mark) => {
  const start = body.value.lastIndexOf("\n", body.selectionStart - 1) + 1;
  body.setRangeText(mark, start, start, "end");
  body.dispatchEvent(new InputEvent("input", { bubbles: true }));
  body.focus();
};
for (const [label, act] of [
  ["section", () => atLine("## ")], ["subsection", () => atLine("### ")], ["bullets", () => atLine("- ")],
  ["bold", () => around("**", "**")], ["italic", () => around("*", "*")],
  ["link", () => around("[", `](${say("linkAddress")})`)],
]) {
  const button = element("button", { type: "button" }, say(label));
  button.addEventListener("click", act);
  tools.append(button);
}
tools.hidden = false;
