// What is typed in a small form stays in this browser until it is saved: a closed tab or a stopped program loses nothing.

const form = document.querySelector("form.values");
const store = { get: (name) => { try { return localStorage.getItem(name); } catch { return null; } },
  set: (name, text) => { try { if (text === null) localStorage.removeItem(name); else localStorage.setItem(name, text); } catch { /* a browser that keeps nothing */ } } };
const key = "values:" + location.pathname;
const sent = "values:sent";

// Where a save has led here, what it had is kept no more.
if (form.dataset.saved) {
  const saved = store.get(sent);
  if (saved) store.set(saved, null);
}
store.set(sent, null);

const fields = [...form.elements].filter((field) => field.name.startsWith("value."));
const said = () => JSON.stringify(fields.map((field) => [field.name, field.value]));
const base = form.elements._base;
const shown = said();

let kept = null;
try { kept = JSON.parse(store.get(key)); } catch { /* not written by this script */ }
if (kept && form.dataset.fresh && JSON.stringify(kept.values) !== shown) {
  const values = new Map(kept.values);
  for (const field of fields) if (values.has(field.name)) field.value = values.get(field.name);
  // What others have saved meanwhile is told when this is sent.
  base.value = kept.base;
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "status");
  const forget = document.createElement("button");
  forget.type = "button";
  forget.className = "quiet";
  forget.textContent = form.dataset.forget;
  forget.addEventListener("click", () => { store.set(key, null); location.reload(); });
  notice.append(form.dataset.kept + " ", forget);
  form.before(notice);
}

form.addEventListener("input", () => {
  store.set(key, said() === shown ? null : JSON.stringify({ base: base.value, values: JSON.parse(said()) }));
});
form.addEventListener("submit", () => store.set(sent, key));
