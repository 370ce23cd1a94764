// «Проверить копию»: the files of a chosen folder against the manifest.json in it. Pages on a disk may not read files by
// themselves, so a reader chooses the folder; nothing leaves the computer. The rules are those of `album verify`: each file that
// the manifest lists has its size and SHA-256, no other file is there; what systems put there does not count.
"use strict";

(() => {
  const form = document.querySelector(".copy-check"), words = form.dataset;
  const verdict = form.querySelector(".copy-verdict"), lists = form.querySelector(".copy-files");
  const MOST_SHOWN = 50, LARGEST_MANIFEST = 2 ** 28;
  // Packaging/SystemFiles.swift
  const SYSTEM = new Set(["thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", ".ds_store", ".directory"]);
  const OF_DISK = new Set(["wpsettings.dat", "indexervolumeguid", "tracking.log"].map(name => "system volume information/" + name));
  // `a/._b.html` belongs to `a/b.html`.
  function isOfSystem(path, places) {
    const [, folder, name] = /^(?:__MACOSX\/)?(.*\/)?(.*)$/.exec(path);
    const isSystem = name => SYSTEM.has(name.toLowerCase());
    return isSystem(name) || OF_DISK.has(path.toLowerCase())
      || name.startsWith("._") && (isSystem(name.slice(2)) || places.has((folder ?? "") + name.slice(2)));
  }
  // Each file and each folder.
  const placesOf = paths => new Set(paths.flatMap(path => path.split("/").map((_, count, names) => names.slice(0, count + 1).join("/"))));
  // A check that was begun later silences an earlier one.
  let latest = 0;

  const say = (key, ...values) => values.reduce((text, value, position) => text.replace(`{${position + 1}}`, () => value), words[key]);

  // Disks of another maker write й as two letters.
  const named = path => path.normalize("NFC");

  // Those below the folder in which the manifest lies that is nearest to the chosen one, by their path in it.
  function filesOfCopy(chosen) {
    const paths = chosen.map(file => named(file.webkitRelativePath)), depth = path => path.split("/").length;
    const manifests = paths.filter(path => /(^|\/)manifest\.json$/.test(path)).sort((a, b) => depth(a) - depth(b));
    if (!manifests.length) return null;
    const folder = manifests[0].slice(0, -"manifest.json".length);
    return new Map(chosen.map((file, position) => [paths[position], file]).filter(([path]) => path.startsWith(folder))
      .map(([path, file]) => [path.slice(folder.length), file]));
  }

  function parsed(text) {
    try {
      const {format, version, lenient, drafts, files} = JSON.parse(text);
      const isSound = format === "album-manifest" && version === 1 && Array.isArray(files)
        && files.every(({path, bytes, sha256}) => typeof path === "string" && Number.isInteger(bytes) && /^[0-9a-f]{64}$/.test(sha256));
      return isSound ? {lenient, drafts, files} : null;
    } catch {
      return null;
    }
  }

  async function digest(file) {
    const sum = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return Array.from(new Uint8Array(sum), byte => byte.toString(16).padStart(2, "0")).join("");
  }

  function tell(text, state) {
    verdict.textContent = text;
    verdict.dataset.state = state;
  }

  function list(title, paths) {
    if (!paths.length) return;
    const heading = document.createElement("h2"), items = document.createElement("ul");
    heading.textContent = `${title} (${paths.length})`;
    const shown = paths.slice(0, MOST_SHOWN);
    if (paths.length > shown.length) shown.push(say("more", paths.length - shown.length));
    items.append(...shown.map(path => Object.assign(document.createElement("li"), {textContent: path})));
    lists.append(heading, items);
  }

  // Of a file that is as it was published.
  async function edition(file) {
    const day = new Date(JSON.parse(await file.text()).edition);
    return say("edition", day.toLocaleDateString([document.documentElement.lang, "ru"], {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"}));
  }

  async function check(chosen) {
    const run = ++latest;
    lists.replaceChildren();
    tell("", "none");
    if (!chosen.length) return;
    if (!globalThis.crypto?.subtle) return tell(say("unable"), "bad");
    const files = filesOfCopy(chosen);
    if (!files) return tell(say("none"), "bad");
    let reading = "manifest.json";
    try {
      const manifest = files.get(reading).size > LARGEST_MANIFEST ? null : parsed(await files.get(reading).text());
      if (run !== latest) return;
      if (!manifest) return tell(say("unreadable"), "bad");
      const missing = [], changed = [];
      let day = "";
      for (const [position, {path, bytes, sha256}] of manifest.files.entries()) {
        const file = files.get(named(path));
        reading = path;
        files.delete(named(path));
        if (!file) missing.push(path);
        else if (file.size !== bytes || await digest(file) !== sha256) changed.push(path);
        else if (path === "edition.json") day = await edition(file);
        if (run !== latest) return;
        if (position % 20 === 0) tell(say("reading", position + 1, manifest.files.length), "none");
      }
      const places = placesOf([...manifest.files.map(({path}) => path), "manifest.json", "manifest.json.minisig"]);
      const extra = [...files.keys()].filter(path => !/^manifest\.json(\.minisig)?$/.test(path) && !isOfSystem(path, places)).sort();
      const isDamaged = missing.length + changed.length > 0;
      const said = isDamaged ? say("damaged") : extra.length ? say("extraOnly") : say("whole", manifest.files.length);
      tell([said, day, manifest.drafts && say("drafts"), manifest.lenient && say("lenient")].filter(Boolean).join(" "),
        isDamaged ? "bad" : extra.length || manifest.drafts || manifest.lenient ? "doubtful" : "good");
      list(words.changed, changed);
      list(words.missing, missing);
      list(words.extra, extra);
    } catch {
      if (run === latest) tell(say("failed", reading), "bad");
    }
  }

  const input = form.querySelector("input");
  // A folder instead of files; all browsers know it, the standard of HTML does not.
  input.webkitdirectory = true;
  input.addEventListener("change", () => check(Array.from(input.files)));
  form.addEventListener("submit", event => event.preventDefault());
})();
