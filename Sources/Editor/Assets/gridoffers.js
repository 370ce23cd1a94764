// Tables that a material of this kind may have and that its text has not: each is a button.

import { check, element, form, say } from "./form.js";
import { insert, tables } from "./gridtext.js";
import { choose } from "./gridcell.js";

const box = element("div", { className: "offers" });
form.querySelector(".grids").after(box);
let offered = [];

/** Offers these tables and no others. */
export function showOffers(offers) {
  const shown = offers.map((offer) => offer.caption).join("\n");
  offered = offers;
  if (box.dataset.shown === shown) return;
  box.dataset.shown = shown;
  box.replaceChildren(...offers.map(({ caption }) => {
    const button = element("button", { type: "button" }, say("addTable", caption));
    button.addEventListener("click", () => addTable(caption));
    return button;
  }));
}

/** Adds the table of this heading to the text, where it may be added. */
export async function addTable(caption) {
  // The text may be another one by now: its place is asked for anew.
  await check();
  const offer = offered.find((one) => one.caption === caption);
  if (!offer) return;
  await insert(offer.at, offer.text);
  const table = tables.find((one) => one.caption === caption);
  if (table) choose(table, 0, 0);
}
