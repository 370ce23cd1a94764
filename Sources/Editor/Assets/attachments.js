// The field for files beside the material: each is chosen and put there by a button; the control keeps their names, a line
// for each.

import { changedWholly, element, form, onItsWay, outcomes, say, standFor, titleOf } from "./form.js";
import { chooser, upload } from "./upload.js";

const control = form.querySelector("[data-attachments]");

function begin() {
  const title = titleOf(control);
  const list = element("ul", { className: "chips" });
  const status = element("p", { className: "aside" });
  status.setAttribute("role", "status");
  const add = element("button", { type: "button", id: `add-${control.id}` }, say("attachFile"));
  add.setAttribute("aria-label", `${say("attachFile")} (${title})`);
  const box = element("div", { className: "attached" }, list, add, status);
  standFor(control, box, add);
  const chosen = chooser(add, { multiple: true }, take);
  add.addEventListener("click", () => chosen.open());
  control.addEventListener("input", draw);

  const lines = () => control.value.split("\n").map((line) => line.trim()).filter((line) => line);

  function write(names) {
    control.value = names.join("\n");
    draw();
    return changedWholly();
  }

  function draw() {
    list.replaceChildren(...lines().map((name) => {
      const remove = element("button", { type: "button" }, say("pickTakeOff"));
      remove.setAttribute("aria-label", say("pickRemove", name));
      remove.addEventListener("click", () => {
        write(lines().filter((other) => other !== name));
        status.textContent = say("pickRemoved", name);
        add.focus();
      });
      return element("li", { className: "chip" }, element("span", {}, name), remove);
    }));
  }

  function take(files) { return onItsWay(keep(files)); }

  // Refused where one of them was.
  async function keep(files) {
    add.disabled = true;
    const told = [];
    let isWhole = true;
    for (const file of files) {
      status.textContent = say("keepingFile", file.name);
      const kept = await upload(file, file.name, file.name.replace(/\.[^.]*$/, ""));
      if (kept.name && !lines().includes(kept.name)) await write([...lines(), kept.name]);
      if (!kept.name) isWhole = false;
      told.push(kept.said || (kept.name ? say("attached", kept.name) : say("fileNotTaken", file.name)));
    }
    add.disabled = false;
    status.textContent = told.join(" ");
    add.focus();
    return isWhole ? outcomes.taken : outcomes.refused;
  }

  // Dropped on the field, a file is attached and stands not in the text.
  box.closest(".field").addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    event.stopPropagation();
    take([...event.dataTransfer.files]);
  });
  draw();
}

if (control) begin();
