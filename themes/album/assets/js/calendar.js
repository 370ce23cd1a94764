// The calendar by month, by quarter or by year: the headings below the chosen one are put away; what was chosen stands in
// the address. Years that are over are folded, and open where the filter leads into them. The file for calendar programs holds what
// the filter leaves, and its link says how many events these are.
"use strict";

{
  const scope = document.getElementById("calendar");
  const choice = document.querySelector(".calendar-view");
  const past = [...document.querySelectorAll("details.past")];

  const show = (view) => { scope.dataset.view = view; };
  const asked = new URLSearchParams(location.search).get("view");
  // A calendar without an event offers no choice.
  for (const input of choice?.querySelectorAll("input") ?? []) if (input.value === asked) input.checked = true;
  if (choice) show(choice.querySelector("input:checked").value);
  choice?.addEventListener("change", ({ target }) => {
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

  // Rows that say from which day to which one are the events of the site's own file.
  const words = document.querySelector(".calendar-words")?.dataset;
  const link = words && document.querySelector(".downloads a[href$='calendar.ics']");
  if (link) {
    const rows = () => [...scope.querySelectorAll(".row[data-from]:not([hidden])")];
    let told = link.parentElement.querySelector("[role=status]");
    let loading;
    if (!told) {
      told = document.createElement("span");
      told.className = "quiet";
      told.setAttribute("role", "status");
      link.parentElement.append(" ", told);
    }
    const name = () => {
      const isNarrowed = filter.hasAttribute("data-narrowed"), count = rows().length;
      link.textContent = (isNarrowed ? words.shown : words.all).replace("{1}", count);
      const over = rows().filter((row) => row.dataset.to < words.day).length;
      const said = over === 0 ? "" : over === count ? words.over.replace("{1}", words.dayText) : words.partly.replace("{1}", over).replace("{2}", words.dayText);
      told.textContent = count === 0 ? words.none : said;
      link.hidden = link.nextElementSibling.hidden = count === 0;
    };
    new MutationObserver(name).observe(filter.querySelector("[role=status]"), { childList: true, characterData: true, subtree: true });
    name();
    link.addEventListener("click", (event) => {
      if (!filter.hasAttribute("data-narrowed")) return;
      event.preventDefault();
      loading ??= Promise.all(words.scripts.split(" ").map(loadScript));
      loading.then(() => {
        const made = document.createElement("a");
        made.href = URL.createObjectURL(new Blob([AlbumCalendarFile(rows(), words)], { type: "text/calendar" }));
        made.download = "calendar.ics";
        made.click();
        setTimeout(() => URL.revokeObjectURL(made.href), 60000);
        name();
      }).catch((error) => {
        loading = undefined;
        told.textContent = words.failed.replace("{1}", () => error.message);
      });
    });
  }
}
