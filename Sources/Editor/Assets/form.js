// The form of one material: what is typed is kept within two seconds, and looked at when the hand rests.

export const form = document.querySelector("form[data-key]");
export const key = form.dataset.key;
export const body = form.elements._body;
export const state = form.querySelector(".state");
export const address = "/_edit/";
const words = JSON.parse(form.dataset.words);
export const say = (name, ...values) => values.reduce((text, value, place) => text.replaceAll(`{${place + 1}}`, value), words[name]);

export function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Puts a box beside a control that keeps the truth and is seen no more; the control of the box that is used has its label. */
export function standFor(control, box, used) {
  const label = labelOf(control);
  control.classList.add("truth");
  control.tabIndex = -1;
  control.setAttribute("aria-hidden", "true");
  label.htmlFor = used.id;
  used.setAttribute("aria-describedby", control.getAttribute("aria-describedby"));
  control.after(box);
}

// That of a control for which a box stands is the label of the box.
const labelOf = (control) =>
  form.querySelector(`label[for="${CSS.escape(control.id)}"]`) || control.closest(".field")?.querySelector("label");

/** What the label of a control calls it, whatever has taken the label over; nothing of a control that has none. */
export const titleOf = (control) => labelOf(control)?.firstChild?.textContent.trim() ?? "";

// By this the program knows the pages of one material apart.
form.elements._hand.value = crypto.randomUUID();

const wait = { keep: 0, check: 0 };
let asked = 0;
const lookers = [];

/** Lets a part of the page hear what was found each time the form was looked at. */
export const whenLooked = (looker) => lookers.push(looker);

/** All that stands in the form, with what it is the form of. */
export const data = () => {
  const data = new URLSearchParams(new FormData(form));
  data.set("_key", key);
  return data;
};
const send = (path) => fetch(address + path, { method: "POST", body: data() });

// What is on its way into the form: a file, a pasted text. Nobody saves a form without it.
const coming = new Set();
// When something was last refused; null once a save was held back for it.
let refusedAt = null;
let isWaiting = false;
// Whoever saves within this time after it has hardly read why.
const unread = 5000;

/** What became of something that was to come into the form; whoever declines it knows that and saves without it. */
export const outcomes = { taken: "taken", declined: "declined", refused: "refused" };

/** Lets a save wait for some work and gives its outcome; what is refused is to be read before anything is sent. */
export async function onItsWay(work) {
  coming.add(work);
  let outcome = outcomes.refused;
  try {
    outcome = await work;
    return outcome;
  } finally {
    coming.delete(work);
    if (outcome === outcomes.refused) refusedAt = Date.now();
  }
}

// Waits for what is on its way, and gives whether nothing of it was refused that nobody can have read.
async function arrived() {
  isWaiting = coming.size > 0;
  while (coming.size) {
    state.textContent = say("stillComing");
    await Promise.allSettled([...coming]);
  }
  if (isWaiting) state.textContent = "";
  isWaiting = false;
  const isRead = refusedAt === null || Date.now() - refusedAt > unread;
  refusedAt = null;
  return isRead;
}

let isAway = false;

/** Keeps what stands in the form at once, and gives whether the file says other things; fails where no server answers. */
export async function keepNow() {
  clearTimeout(wait.keep);
  wait.keep = 0;
  const answer = await sendAs("keep");
  if (!answer.ok) throw new Error(answer.statusText);
  const { isUnsaved, isBeside } = await answer.json();
  tellBeside(isBeside);
  return isUnsaved;
}

// Two tabs of one material: what the other has kept stays, and somebody says which of both goes on.
const instead = element("input", { type: "hidden", name: "_instead", value: "1", disabled: true });
const beside = element("div", { className: "notice beside", hidden: true });
beside.setAttribute("role", "alert");
form.append(instead);
form.querySelector(":scope > .buttons").before(beside);
function tellBeside(isBeside) {
  if (beside.hidden !== isBeside) return;
  beside.hidden = !isBeside;
  beside.replaceChildren();
  if (!isBeside) return;
  const here = element("button", { type: "button" }, say("keepThis"));
  const there = element("button", { type: "button" }, say("takeThat"));
  here.addEventListener("click", async () => {
    instead.disabled = false;
    await keepTyped();
    instead.disabled = true;
    body.focus();
  });
  there.addEventListener("click", () => location.reload());
  beside.append(element("p", {}, say("typedElsewhere")), element("div", { className: "buttons" }, here, there));
}

/** The same, said beside the form; asks again as long as nobody answers. */
export async function keepTyped() {
  try {
    const isUnsaved = await keepNow();
    const said = [isAway ? say("serverIsBack") : "", isUnsaved ? say("typedIsKept") : ""].filter((text) => text).join(" ");
    if (!isWaiting) state.textContent = said;
    state.classList.remove("failed");
    if (isAway) check();
    isAway = false;
  } catch {
    isAway = true;
    state.textContent = say("noServer");
    clearTimeout(wait.keep);
    wait.keep = setTimeout(keepTyped, 2000);
  }
}

// What no program keeps is lost with the page: the browser asks before that.
addEventListener("beforeunload", (event) => { if (isAway) event.preventDefault(); });

// A program that was started anew knows this form no more by its token: another form of it has the one of now.
async function renew() {
  const page = await fetch(`${address}new?${new URLSearchParams({ kind: form.dataset.kind })}`);
  const token = /name="_token" value="([^"]*)"/.exec(await page.text())?.[1];
  if (!token || token === form.elements._token.value) return false;
  for (const input of document.querySelectorAll("input[name=_token]")) input.value = token;
  return true;
}

// Sends the form, with the token of now where it is refused for its own.
async function sendAs(path) {
  const answer = await send(path);
  return answer.status === 403 && await renew() ? send(path) : answer;
}

/** Asks what is wrong with what stands in the form, and tells all who want to hear. */
export async function check() {
  wait.check = 0;
  const number = ++asked;
  const sent = body.value;
  let found;
  try {
    const answer = await sendAs("check");
    if (!answer.ok) return;
    found = await answer.json();
  } catch {
    return;
  }
  if (number !== asked) return;
  found.body = sent;
  for (const looker of lookers) looker(found);
}

const keepSoon = () => {
  form.dispatchEvent(new Event("typed"));
  if (!wait.keep) wait.keep = setTimeout(keepTyped, 1000);
};

/** To be called after each change by hand. */
export function changed() {
  keepSoon();
  clearTimeout(wait.check);
  wait.check = setTimeout(check, 350);
}

/** The same after a change that is whole, so that nothing has to be waited for. */
export function changedWholly() {
  keepSoon();
  clearTimeout(wait.check);
  return check();
}

form.addEventListener("input", changed);
addEventListener("pagehide", () => {
  if (wait.keep) navigator.sendBeacon(address + "keep", data());
});
// A form leaves the page only for a server that answers: else all that was typed would go with the page.
let isAnswered = false;
const stopWaiting = () => {
  clearTimeout(wait.keep);
  clearTimeout(wait.check);
  wait.keep = 0;
};
form.addEventListener("submit", async (event) => {
  stopWaiting();
  if (event.defaultPrevented) return;
  if (isAnswered) {
    // What is typed behind the back of a save would be kept as begun anew.
    form.inert = true;
    return;
  }
  event.preventDefault();
  const button = event.submitter;
  if (!await arrived()) {
    state.textContent = say("notArrived");
    return;
  }
  stopWaiting();
  try {
    await sendAs("keep");
    isAnswered = true;
    isAway = false;
  } catch {
    state.textContent = say("notSent");
    state.classList.add("failed");
    state.setAttribute("role", "alert");
    isAway = true;
    wait.keep = setTimeout(keepTyped, 2000);
    return;
  }
  form.requestSubmit(button);
});

// A form that a browser has filled again from its memory is looked at as it is.
addEventListener("pageshow", () => {
  isAnswered = false;
  form.inert = false;
  check();
});
