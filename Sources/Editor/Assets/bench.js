// The page beside the form: it can be put away, and stays away until it is called back.

import { say } from "./form.js";

const bench = document.querySelector(".bench");
const fold = bench.querySelector(".fold");
const KEY = "album-editor-page";

const remembered = () => { try { return localStorage.getItem(KEY); } catch { return null; } };

function show(isShown) {
  bench.classList.toggle("folded", !isShown);
  fold.setAttribute("aria-expanded", String(isShown));
  fold.textContent = say(isShown ? "hidePage" : "showPage");
}

fold.addEventListener("click", () => {
  const isShown = bench.classList.contains("folded");
  show(isShown);
  try { localStorage.setItem(KEY, isShown ? "shown" : "hidden"); } catch { /* A browser that keeps nothing shows it. */ }
});
show(remembered() !== "hidden");
