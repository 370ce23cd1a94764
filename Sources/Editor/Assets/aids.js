// What the desk knows that helps to write: materials to link to, tables of the kind.

import { address, key } from "./form.js";

let asked = null;

/** Asked for once; without an answer there is nothing to pick from. */
export function aids() {
  asked = asked || fetch(`${address}aids?${new URLSearchParams({ key })}`).then((answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }).catch(() => {
    asked = null;
    return { materials: [], tables: [] };
  });
  return asked;
}
