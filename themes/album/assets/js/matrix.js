// Puts the municipalities of the coverage in another order; the order stands in the address. Without this script they
// stand by their names.
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
}
