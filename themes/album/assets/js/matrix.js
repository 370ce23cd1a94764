// Puts the municipalities of the coverage in another order; the order and what the map shows stand in the address. Without
// this script they stand by their names.
"use strict";

{
  const order = document.querySelector(".matrix-order");
  const body = document.querySelector(".matrix tbody");
  const byName = [...body.rows];
  const number = (row, key) => Number(row.dataset[key]);
  const sort = (key) => {
    const rows = key === "" ? byName : [...byName].sort((left, right) =>
      number(right, key) - number(left, key) || number(right, "count") - number(left, "count"));
    body.append(...rows);
  };

  const asked = new URLSearchParams(location.search).get("order");
  for (const input of order.querySelectorAll("input")) if (input.value === asked) input.checked = true;
  order.addEventListener("change", (event) => {
    sort(event.target.value);
    rememberChoices({order: event.target.value});
  });
  sort(order.querySelector("input:checked").value);
  order.hidden = false;

  // The map is changed by its style alone; the measure that a page begins with needs no word in the address.
  const measures = document.querySelectorAll(".maps input[name=measure]");
  const shown = new URLSearchParams(location.search).get("measure");
  for (const input of measures) {
    if (input.value === shown) input.checked = true;
    input.addEventListener("change", () => rememberChoices({measure: input.defaultChecked ? "" : input.value}));
  }
}
