// What has one right answer is mended by a button: in the form, not in the file.

import { address, body, changedWholly, data, element, form, say } from "./form.js";
import { putWhole } from "./text.js";
import { tell } from "./told.js";

const words = {
  "wide-picture": "makePicture", "large-picture": "makePicture", "plain-picture": "rawPicture", "unshown-picture": "rawPicture",
  "print-colours": "rawPicture",
};

/** The button of a message that can be mended. */
export function fixButton(message, told) {
  const button = element("button", { type: "button", className: "fix" }, say(words[message.code] || "fix"));
  button.addEventListener("click", async () => {
    button.disabled = true;
    const sent = data();
    sent.set("_fix", message.code);
    sent.set("_place", message.for);
    sent.set("_said", message.text);
    let answer = {};
    try {
      const response = await fetch(address + "fix", { method: "POST", body: sent });
      if (!response.ok) throw new Error(response.statusText);
      answer = await response.json();
    } catch {
      answer.said = say("noServer");
    }
    if (answer.said) {
      button.disabled = false;
      told.append(element("small", { role: "status" }, answer.said));
      return;
    }
    for (const [field, value] of Object.entries(answer.fields)) {
      const control = form.elements[`field.${field}`];
      control.value = value;
      control.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
    if (answer.body !== undefined) putWhole(answer.body, body.selectionStart);
    await changedWholly();
    if (answer.done) tell("files", say("pictureMade"), [answer.done]);
    (document.getElementById(`pick-${message.for}`) || form.elements[`field.${message.for}`] || body).focus();
  });
  return button;
}
