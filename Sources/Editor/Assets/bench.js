// The page beside the form: it can be put away, and stays away until it is called back.

import { say } from "./form.js";

const bench = document.querySelector(".bench");
const fold = bench.querySelector(".fold");
const splitter = bench.querySelector(".splitter");
const KEY = "album-editor-page";
const WIDTH = "album-editor-width";

const remembered = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* A browser that keeps nothing begins anew. */ } };

function show(isShown) {
  bench.classList.toggle("folded", !isShown);
  fold.setAttribute("aria-expanded", String(isShown));
  fold.textContent = say(isShown ? "hidePage" : "showPage");
}

fold.addEventListener("click", () => {
  const isShown = bench.classList.contains("folded");
  show(isShown);
  remember(KEY, isShown ? "shown" : "hidden");
});
show(remembered(KEY) !== "hidden");

// MARK: How wide the form is (WAI-ARIA Authoring Practices, window splitter)

// Widths in rem: the least of the form, the least of the page with what parts them, a step of the keyboard.
const [least, besides, step] = [30, 25.5, 2];
const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
const most = () => Math.max(least, bench.clientWidth / rem() - besides);
const width = () => bench.querySelector(".written").clientWidth / rem();

function setWidth(wanted) {
  const now = Math.min(most(), Math.max(least, wanted));
  bench.style.setProperty("--written", `min(${now.toFixed(2)}rem, 100% - ${besides}rem)`);
  const share = most() > least ? (now - least) / (most() - least) : 0;
  splitter.setAttribute("aria-valuenow", Math.round(share * 100));
  return now.toFixed(2);
}

splitter.addEventListener("pointerdown", (event) => {
  splitter.setPointerCapture(event.pointerId);
  // The page in its frame takes no moves while the pointer passes over it.
  const begin = width() * rem() - event.clientX;
  const move = (moved) => setWidth((begin + moved.clientX) / rem());
  splitter.addEventListener("pointermove", move);
  splitter.addEventListener("lostpointercapture", () => {
    splitter.removeEventListener("pointermove", move);
    remember(WIDTH, width().toFixed(2));
  }, { once: true });
});
splitter.addEventListener("keydown", (event) => {
  const wanted = { ArrowLeft: width() - step, ArrowRight: width() + step, Home: least, End: most() }[event.key];
  if (wanted === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  remember(WIDTH, setWidth(wanted));
});
setWidth(Number(remembered(WIDTH)) || 40);
splitter.hidden = false;
