// An album on paper says nothing twice: what a chapter repeats of another is named, the title of its only material that says the
// chapter's again is left out. It has the chapters at the head of the sheets, and on its cover what stands at their foot. The screen
// stays as it is: styles for paper know what is marked here.
"use strict";

const printedChapters = [...document.querySelectorAll(".print-chapter")], printWords = document.querySelector(".print-contents").dataset;
const plainWords = element => element.textContent.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
const titleOf = chapter => plainWords(chapter.querySelector("h2")).replace(/^\d+ /, "");
const worded = (text, ...values) => values.reduce((told, value, place) => told.replace(`{${place + 1}}`, () => value), text);

function leaveOutSameTitles() {
  for (const chapter of printedChapters) {
    const materials = chapter.querySelectorAll(".print-material"), title = materials[0]?.querySelector("h3");
    if (materials.length !== 1 || !plainWords(title).toLowerCase().includes(titleOf(chapter).toLowerCase())) continue;
    title.classList.add("paper-omits");
    for (const list of document.querySelectorAll(`.print-contents a[href="#${CSS.escape(chapter.id)}"] + ul`)) list.classList.add("paper-omits");
  }
}

// Short items are like each other by chance, steps of a numbered list belong together.
function nameRepeated() {
  const LEAST = 40, first = new Map();
  printedChapters.forEach((chapter, place) => {
    const found = [];
    for (const list of chapter.querySelectorAll(".print-material .prose > ul")) {
      const items = [...list.children], told = items.find(item => first.has(plainWords(item)));
      const where = told && first.get(plainWords(told)), same = told ? items.filter(item => first.get(plainWords(item)) === where) : [];
      found.push(...items.filter(item => !same.includes(item) && plainWords(item).length >= LEAST));
      if (!told) continue;
      const isWhole = same.length === items.length, words = document.createElement(isWhole ? "p" : "li");
      for (const one of isWhole ? [list] : same) one.classList.add("paper-omits");
      words.textContent = worded(isWhole ? printWords.said : printWords.saidMore, where + 1);
      words.className = "paper-says";
      words.hidden = true;
      if (isWhole) list.after(words);
      else list.append(words);
    }
    for (const item of found) if (!first.has(plainWords(item))) first.set(plainWords(item), place);
  });
}

// A style for each chapter's sheets; older browsers leave the margins empty.
function headSheets() {
  const style = new CSSStyleSheet(), quoted = text => `"${text.replace(/["\\]/g, "\\$&")}"`;
  style.replaceSync(printedChapters.map((chapter, place) => {
    const isPrinted = chapter.querySelector(".print-material") !== null;
    if (isPrinted) chapter.style.page = `chapter-${place + 1}`;
    return !isPrinted ? "" : `@page chapter-${place + 1} { @top-left { content: ${quoted(worded(printWords.chapter, place + 1, titleOf(chapter)))}; width: 100%; font: 7.5pt/1.3 system-ui, sans-serif; color: #333; text-align: left; vertical-align: bottom; padding-bottom: 4mm; } }`;
  }).join("\n"));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
}

leaveOutSameTitles();
nameRepeated();
headSheets();
// Whoever opens an edition prints it: it waits for no touch, as other pages do (page.js).
loadScript(document.body.dataset.edition).catch(() => { /* The foot then says no edition. */ });
const sayOnPaper = isOn => {
  for (const words of document.querySelectorAll(".paper-says")) words.hidden = !isOn;
};
addEventListener("afterprint", () => sayOnPaper(false));
addEventListener("beforeprint", () => {
  sayOnPaper(true);
  document.querySelector(".cover-imprint").textContent = document.documentElement.style.getPropertyValue("--foot").slice(1, -1).replace(/\\(.)/g, "$1").replace(/ · /g, "\n");
});
