// Pictures and attachments: dropped, pasted or chosen, kept beside the material and named in the text.

import { address, body, changed, element, form, key, say, state } from "./form.js";
import { tools } from "./text.js";

const chooser = element("input", { type: "file", multiple: true, hidden: true });
const choose = element("button", { type: "button" }, say("chooseFile"));
choose.addEventListener("click", () => chooser.click());
chooser.addEventListener("change", () => take(chooser.files).then(() => { chooser.value = ""; }));
tools.append(choose, chooser);

function ask(question, value) {
  return new Promise((resolve) => {
    const input = element("input", { value });
    const dialog = element("dialog", {}, element("label", {}, question, input), element("button", { type: "button" }, say("putIn")));
    const close = () => {
      dialog.remove();
      resolve(input.value.trim());
    };
    dialog.querySelector("button").addEventListener("click", close);
    dialog.addEventListener("close", close);
    input.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); close(); } });
    input.addEventListener("input", (event) => event.stopPropagation());
    document.body.append(dialog);
    dialog.showModal();
  });
}

async function take(files) {
  for (const file of files) {
    const query = new URLSearchParams({ token: form.elements._token.value, key, name: file.name });
    let kept = {};
    try {
      const answer = await fetch(`${address}file?${query}`, { method: "POST", body: file });
      kept = await answer.json();
    } catch {
      kept = { said: say("fileNotTaken", file.name) };
    }
    if (kept.said) state.textContent = kept.said;
    if (!kept.name) continue;
    const words = kept.isPicture
      ? await ask(say("askAlternative"), "")
      : await ask(say("askFileTitle"), file.name.replace(/\.[^.]*$/, ""));
    const mark = kept.isPicture ? `![${words}](${kept.name})` : `[${words || kept.name}](${kept.name})`;
    body.setRangeText(mark, body.selectionStart, body.selectionEnd, "end");
    changed();
    body.focus();
  }
}

body.addEventListener("dragover", (event) => { if (event.dataTransfer.types.includes("Files")) event.preventDefault(); });
body.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  take(event.dataTransfer.files);
});
body.addEventListener("paste", (event) => {
  if (!event.clipboardData.files.length || event.clipboardData.types.includes("text/plain")) return;
  event.preventDefault();
  take(event.clipboardData.files);
});
