// The calendar by month, by quarter or by year: the headings below the chosen one are put away; what was chosen stands in
// the address. Years that are over are folded, and open where the filter leads into them.
"use strict";

{
  const scope = document.getElementById("calendar");
  const choice = document.querySelector(".calendar-view");
  const past = [...document.querySelectorAll("details.past")];

  const show = (view) => { scope.dataset.view = view; };
  const asked = new URLSearchParams(location.search).get("view");
  for (const input of choice.querySelectorAll("input")) if (input.value === asked) input.checked = true;
  show(choice.querySelector("input:checked").value);
  choice.addEventListener("change", ({ target }) => {
    show(target.value);
    rememberChoices({view: target.value});
  });

  // Who narrows the calendar down wants to see what is left.
  const filter = document.querySelector("form.filter");
  const unfold = () => {
    if (filter?.hasAttribute("data-narrowed")) for (const year of past) year.open = !year.hidden;
  };
  if (filter) new MutationObserver(unfold).observe(filter, { attributeFilter: ["data-narrowed"] });
  filter?.addEventListener("change", unfold);
  unfold();
}
