// A new entry of a list, asked for in a small dialog and written at once.

import { address, element, form, say } from "./form.js";

/** Asks what the entries of a list have; gives the new one, or one that is there already, or nothing. */
export function askEntry(grows, name) {
  return new Promise((resolve) => {
    const said = element("div", { className: "messages" });
    said.setAttribute("role", "alert");
    const inputs = grows.keys.map((asked) => control(asked, name));
    const title = element("h2", { id: "entry-title" }, say("entryTitle", grows.title));
    const add = element("button", { type: "submit", className: "sure" }, say("entryAdd"));
    const cancel = element("button", { type: "button" }, say("entryCancel"));
    const box = element("form", { noValidate: true }, title, element("p", { className: "help" }, say("entryOthers")),
      ...inputs.map(({ row }) => row), said, element("div", { className: "buttons" }, add, cancel));
    const dialog = element("dialog", { className: "entry" }, box);
    dialog.setAttribute("aria-labelledby", "entry-title");
    let given = null;
    const take = (pick) => { given = pick; dialog.close(); };
    const send = async (isSure) => {
      const answer = await post(grows, inputs, isSure);
      if (answer.value) take(answer);
      else tell(said, answer, take, () => send(true));
      for (const { input, key } of inputs) {
        if (key === answer.key) input.focus();
        input.setAttribute("aria-invalid", String(key === answer.key));
      }
    };
    box.addEventListener("submit", (event) => { event.preventDefault(); send(false); });
    box.addEventListener("input", (event) => event.stopPropagation());
    cancel.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => { dialog.remove(); resolve(given); });
    document.body.append(dialog);
    dialog.showModal();
    inputs[0].input.focus();
  });
}

function control(asked, name) {
  const id = `entry-${asked.key}`;
  const input = element("input", { id, type: "text", autocomplete: "off", value: asked.key === "name" ? name : "" });
  const label = element("label", { htmlFor: id }, asked.label);
  if (asked.isNeeded) label.append(" ", element("span", { className: "needed" }, say("entryNeeded")));
  const row = element("div", { className: "field" }, label, input);
  // A part of the list that is not there yet may be named: of a new album only those of the starter are.
  if (asked.known.length) {
    const list = element("datalist", { id: `${id}-list` }, ...asked.known.map((value) => element("option", { value })));
    input.setAttribute("list", list.id);
    row.append(list);
    if (asked.known.length <= 12) row.append(element("p", { className: "help" }, say("entryKnown", asked.known.slice(0, 6).join(", "))));
  }
  return { row, input, key: asked.key };
}

async function post(grows, inputs, isSure) {
  const data = new URLSearchParams({ _token: form.elements._token.value, vocabulary: grows.vocabulary });
  for (const { key, input } of inputs) data.set(key, input.value);
  if (isSure) data.set("sure", "1");
  try {
    const answer = await fetch(`${address}entry`, { method: "POST", body: data });
    return await answer.json();
  } catch {
    return { said: say("entryFailed"), alike: [] };
  }
}

function tell(said, answer, take, insist) {
  said.replaceChildren(element("p", { className: "error" }, answer.said));
  const buttons = (answer.alike || []).map((pick) => {
    const button = element("button", { type: "button" }, say("entryUseIt", pick.label));
    if (pick.detail) button.append(" ", element("small", {}, pick.detail));
    button.addEventListener("click", () => take(pick));
    return button;
  });
  if (answer.mayInsist) {
    const button = element("button", { type: "button" }, say("entryAnyway"));
    button.addEventListener("click", insist);
    buttons.push(button);
  }
  if (buttons.length) said.append(element("div", { className: "buttons" }, ...buttons));
  said.scrollIntoView({ block: "nearest" });
}
