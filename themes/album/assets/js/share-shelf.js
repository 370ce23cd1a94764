// The shelf of pictures and documents of the sharing page: what is chosen is looked at, made smaller and plain, shown with
// what has to be said of it, and kept for the next time where the browser lets it.
//
//   AlbumShare.shelf(form, {changed, store})      {files, takeAll(files), show(), restore(saved), clear(), ready}
"use strict";
AlbumShare.shelf = (form, {changed, store}) => {
const {say, make} = AlbumShare, words = form.dataset;
const MOST_FILES = 20, MOST_BYTES = 20000000, LARGE_PICTURE = 1900000, WIDEST = 2560;
const one = (selector, from = form) => from.querySelector(selector);
const all = (selector, from = form) => Array.from(from.querySelectorAll(selector));
const picker = document.getElementById("share-choose"), list = one(".share-chosen-files"), told = document.getElementById("told-files");
const shelf = {files: [], isComing: false, picker, ready: Promise.resolve()};
const areas = all("textarea[data-heading]");
const places = areas.map(area => [area.id, area.dataset.heading || (areas.length > 1 ? words.intro : words.body)]);
function freeName(name, sort, but) {
  const dot = name.lastIndexOf("."), base = AlbumShare.slug(dot > 0 ? name.slice(0, dot) : name) || "file", ending = "." + (sort || "bin");
  let free = base + ending;
  for (let n = 2; shelf.files.some(file => file !== but && file.name === free); n += 1) free = base + "-" + n + ending;
  return free;
}
const megabytes = bytes => say(words.megabytes, {f: Math.max(bytes / 1000000, 0.1).toLocaleString([document.documentElement.lang, "ru"], {maximumFractionDigits: 1})});
// Pictures larger than pages show are made smaller; where the browser cannot, they stay. Sharp lines stay sharp: what came
// as PNG or WebP becomes a JPEG only where it is too heavy besides.
async function reduced(bytes, sort, picture) {
  if (sort === "gif" || !picture) return {bytes, sort};
  const side = Math.max(picture.width, picture.height);
  if (bytes.length <= LARGE_PICTURE && side <= WIDEST) return {bytes, sort};
  const drawn = async type => {
    const scale = Math.min(1, WIDEST / side), canvas = make("canvas"), paper = canvas.getContext("2d");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    if (type === "image/jpeg") {
      paper.fillStyle = "#fff";
      paper.fillRect(0, 0, canvas.width, canvas.height);
    }
    paper.imageSmoothingQuality = "high";
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, type, 0.85)), made = blob && new Uint8Array(await blob.arrayBuffer());
    return made && {bytes: made, sort: AlbumShare.sort(made, ""), size: canvas.width + "×" + canvas.height};
  };
  try {
    const plain = sort === "jpg" ? null : await drawn(sort === "png" ? "image/png" : "image/webp");
    const made = plain && plain.sort === sort && plain.bytes.length <= LARGE_PICTURE ? plain : await drawn("image/jpeg");
    return made && (side > WIDEST || made.bytes.length < bytes.length) ? made : {bytes, sort};
  } catch {
    return {bytes, sort};
  }
}
const isSame = (first, second) => first.length === second.length && first.every((byte, n) => byte === second[n]);
// What a browser shows of it; null where it cannot say, and where it shows nothing.
async function shown(bytes) {
  if (typeof createImageBitmap !== "function") return {picture: null, isDamaged: false};
  try {
    return {picture: await createImageBitmap(new Blob([bytes])), isDamaged: false};
  } catch {
    return {picture: null, isDamaged: true};
  }
}
async function take(file) {
  let bytes = new Uint8Array(await file.arrayBuffer());
  if (!bytes.length) return words.fileEmpty;
  let sort = AlbumShare.sort(bytes, file.name);
  if (!sort) return words.fileKind;
  const said = [words.fileAdded];
  if (AlbumShare.isPicture(sort)) {
    const plain = AlbumShare.cleaned(bytes, sort), {picture, isDamaged} = await shown(plain || bytes);
    if (!plain || isDamaged) return words.fileDamaged;
    if (!isSame(plain, bytes)) said.push(words.fileCleaned);
    const smaller = await reduced(plain, sort, picture);
    ({bytes, sort} = smaller);
    if (bytes !== plain) said.push(say(words.fileReduced, {n: smaller.size + ", " + megabytes(bytes.length)}));
  }
  const earlier = shelf.files.find(other => !other.bytes && other.given === file.name);
  const others = shelf.files.filter(other => other !== earlier);
  if (others.length >= MOST_FILES) return words.fileMany;
  if (others.reduce((sum, other) => sum + (other.bytes ? other.bytes.length : 0), bytes.length) > MOST_BYTES) return words.fileLarge;
  const made = earlier || {given: file.name, alt: "", place: places[places.length - 1][0]};
  made.name = freeName(file.name, sort, earlier);
  Object.assign(made, {bytes, sort, isPicture: AlbumShare.isPicture(sort)});
  if (!earlier) shelf.files.push(made);
  return say(said.join(" "), {f: made.name});
}
shelf.takeAll = async chosen => {
  const said = [];
  await shelf.ready;
  for (const file of chosen) {
    let text;
    try {
      text = await take(file);
    } catch {
      text = words.fileEmpty;
    }
    said.push(say(text, {f: file.name}));
  }
  told.textContent = said.join(" ");
  keep();
  shelf.show();
  changed();
};

// --- Kept in this browser
const note = isKept => { one("[data-files-lost]").hidden = isKept; };
async function keep() { note(await store.put(shelf.files.filter(file => file.bytes))); }
const isText = value => typeof value === "string";
// What another page or an older program has left there may be of any shape.
shelf.restore = saved => {
  shelf.files = (Array.isArray(saved) ? saved : []).filter(file => file !== null && typeof file === "object" && isText(file.given) && isText(file.name))
    .slice(0, MOST_FILES).map(file => ({
      given: file.given, name: file.name, alt: isText(file.alt) ? file.alt : "", isPicture: file.isPicture === true,
      place: places.some(([id]) => id === file.place) ? file.place : places[places.length - 1][0],
    }));
  shelf.isComing = true;
  shelf.show();
  shelf.ready = store.get().then(found => {
    note(found !== null);
    for (const file of shelf.files) {
      const bytes = found && found.get(file.name), sort = bytes && AlbumShare.sort(bytes, file.name);
      if (sort) Object.assign(file, {bytes, sort, isPicture: AlbumShare.isPicture(sort)});
    }
    shelf.isComing = false;
    shelf.show();
  });
};
shelf.clear = () => {
  shelf.files = [];
  told.textContent = "";
  keep();
  shelf.show();
};

// --- What is shown
function control(label, help, input) {
  const isNeeded = input.getAttribute("aria-required") === "true", needed = isNeeded ? [" ", make("span", "share-needed", words.required)] : [];
  const row = make("div", "share-field"), name = make("label", "", label, ...needed), note = make("p", "share-help quiet", help), fault = make("div", "share-told");
  name.htmlFor = input.id;
  note.id = "help-" + input.id;
  fault.id = "told-" + input.id;
  input.setAttribute("aria-describedby", note.id + " " + fault.id);
  row.append(name, ...help ? [note] : [], input, fault);
  return row;
}
function card(file, n) {
  const item = make("li", "share-file"), remove = make("button", "button-quiet", say(words.removeFile, {f: file.name}));
  remove.type = "button";
  remove.addEventListener("click", () => {
    shelf.files = shelf.files.filter(other => other !== file);
    told.textContent = say(words.fileRemoved, {f: file.name});
    keep();
    shelf.show();
    picker.focus();
    changed();
  });
  item.append(make("p", "share-file-head", make("b", "", file.name), file.bytes ? " " + megabytes(file.bytes.length) : ""));
  if (!file.bytes && !shelf.isComing) {
    const again = make("div", "share-told", make("p", "share-fault", words.again));
    again.id = "told-file-" + n;
    item.append(again);
  }
  if (file.isPicture) {
    if (file.bytes) {
      const picture = make("img"), reader = new FileReader();
      picture.alt = "";
      reader.onload = () => { picture.src = reader.result; };
      reader.readAsDataURL(new Blob([file.bytes], {type: "image/" + (file.sort === "jpg" ? "jpeg" : file.sort)}));
      item.append(picture);
    }
    const alt = make("input"), place = make("select");
    alt.type = "text";
    alt.id = "alt-" + n;
    alt.value = file.alt;
    alt.setAttribute("aria-required", "true");
    alt.addEventListener("input", () => { file.alt = alt.value; });
    place.id = "place-" + n;
    place.append(...places.map(([id, name]) => new Option(name, id, false, id === file.place)));
    place.addEventListener("change", () => { file.place = place.value; });
    item.append(control(words.alt, words.altAbout, alt));
    if (places.length > 1) item.append(control(words.place, "", place));
  }
  item.append(remove);
  return item;
}
shelf.show = () => {
  const focused = document.activeElement && list.contains(document.activeElement) ? document.activeElement.id : "";
  list.replaceChildren(...shelf.files.map(card));
  if (focused) document.getElementById(focused)?.focus();
};
return shelf;
};
