// Finds materials in the list by words of their titles.

const finder = document.getElementById("finder");
const found = document.querySelector(".found");
const fold = (text) => text.toLocaleLowerCase("ru").replace(/ё/g, "е").replace(/[«»"„“]/g, "");

const rows = [...document.querySelectorAll(".materials li")].map((row) => ({ row, text: fold(row.textContent) }));

finder.addEventListener("input", () => {
  const words = fold(finder.value).split(/\s+/).filter((word) => word);
  let count = 0;
  for (const { row, text } of rows) {
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) count += 1;
  }
  for (const section of document.querySelectorAll(".of-kind")) {
    const rest = section.querySelectorAll("li:not([hidden])").length;
    section.hidden = !rest;
    section.querySelector("h3 small").textContent = rest;
  }
  found.textContent = count ? "" : found.dataset.none;
});
finder.closest(".finder").hidden = false;
