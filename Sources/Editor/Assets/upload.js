// Files on their way to the folder of the material.

import { address, element, form, key, say } from "./form.js";

const largest = 64 * 1024 * 1024;

/**
 * A way to choose files that stands behind `place`: `open()` asks for them, `act` is given them.
 *
 * Each choice has a control of its own: one that was used may take the same file no second time.
 */
export function chooser(place, properties, act) {
  let control = null;
  const renew = () => {
    const fresh = element("input", { type: "file", hidden: true, ...properties });
    fresh.addEventListener("change", () => {
      const files = [...fresh.files];
      renew();
      act(files);
    });
    if (control) control.replaceWith(fresh);
    else place.after(fresh);
    control = fresh;
  };
  renew();
  return { open: () => control.click() };
}

/**
 * Keeps a file beside the material: `{ name, isPicture, said }`, or `{ said }` with the reason why it was not taken.
 *
 * `title` is what it is called in the text; a name that a camera gave makes way for it.
 */
export async function upload(blob, name, title = "") {
  if (blob.size > largest) return { said: say("fileTooLarge", name) };
  const query = new URLSearchParams({
    token: form.elements._token.value, key, name, title: title || form.elements["field.title"]?.value || "",
  });
  try {
    const answer = await fetch(`${address}file?${query}`, { method: "POST", body: blob });
    return await answer.json();
  } catch {
    return { said: say("fileNotTaken", name) };
  }
}

/** Asks the desk with the token; `{ said }` where it refuses or does not answer. */
export async function askDesk(path, options) {
  try {
    const answer = await fetch(address + path, { method: "POST", ...options });
    return await answer.json();
  } catch {
    return { said: say("noServer") };
  }
}

/** Keeps the pictures of a text that came with it; gives the text with the names that they have now, and what is to be told. */
export async function keepPictures(text, pictures) {
  const told = [];
  for (const { name, data } of pictures) {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    const kept = await upload(new Blob([bytes]), name);
    if (kept.said) told.push(kept.said);
    const mark = new RegExp(`!\\[((?:[^\\]\\\\]|\\\\.)*)\\]\\(${name.replace(/\./g, "\\.")}\\)`, "g");
    if (kept.name) {
      if (/!\[\]\(/.test((text.match(mark) || []).join(""))) told.push(say("pictureUntold", kept.name));
      text = text.replace(mark, (_, words) => `![${words}](${kept.name})`);
    } else text = text.replace(mark, "");
  }
  return { text, told };
}
