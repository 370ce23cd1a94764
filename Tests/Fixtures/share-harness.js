// Runs the scripts of the sharing page in Node for the Swift tests.
//   node share-harness.js FOLDER       reads JSON requests, one a line; prints one JSON answer a line
//   {"do":"markdown","text":…} {"do":"slug","text":…} {"do":"people","rules":…,"text":…}
//   {"do":"cleaned","sort":"jpg","bytes":"Base64"}
//   {"do":"lines","text":…} {"do":"placed","text":…,"columns":[[names]],"from":0} {"do":"doubt","text":…}
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm");
const [, , folder] = process.argv;
const context = vm.createContext({TextEncoder});
for (const name of ["share-text", "share-privacy", "share-files", "share-paste", "share-faults"]) {
  vm.runInContext(fs.readFileSync(path.join(folder, name + ".js"), "utf8"), context);
}
const share = context.AlbumShare;
const answers = {
  markdown: ({text}) => share.markdown(text),
  slug: ({text}) => share.slug(text),
  people: ({rules, text}) => share.people(rules)(text).map(one => one.sort + " " + one.text),
  lines: ({text}) => share.lines(text),
  placed: ({text, columns, from}) =>
    share.placed(share.lines(text), columns.map(names => ({label: names[0], names: names.map(share.folded)})), from),
  doubt: ({text}) => share.dateDoubt(text, true)?.sort ?? "",
  cleaned: ({sort, bytes}) => {
    const cleaned = share.cleaned(Uint8Array.from(Buffer.from(bytes, "base64")), sort);
    return cleaned === null ? null : Buffer.from(cleaned).toString("base64");
  },
};
for (const line of fs.readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const request = JSON.parse(line);
  console.log(JSON.stringify(answers[request.do](request)));
}
