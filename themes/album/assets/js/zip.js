// An archive without compression (PKWARE APPNOTE 6.3.10): names in UTF-8, at the earliest time that the format knows, so that
// the same files give the same bytes.
//
//   AlbumZip([{name, bytes}])
(root => {
"use strict";
const CRC = Uint32Array.from({length: 256}, (_, n) => {
  for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? 0xedb88320 ^ n >>> 1 : n >>> 1;
  return n;
});
function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = CRC[(sum ^ byte) & 0xff] ^ sum >>> 8;
  return (sum ^ 0xffffffff) >>> 0;
}
function record(fields) {
  const bytes = [];
  for (const [size, number] of fields) for (let n = 0; n < size; n += 1) bytes.push(Math.floor(number / 2 ** (8 * n)) % 256);
  return Uint8Array.from(bytes);
}
root.AlbumZip = files => {
  const parts = [], directory = [];
  let place = 0;
  const add = part => {
    parts.push(part);
    place += part.length;
  };
  for (const {name, bytes} of files) {
    const title = new TextEncoder().encode(name), start = place;
    const common = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, 0x21], [4, crc32(bytes)], [4, bytes.length], [4, bytes.length], [2, title.length], [2, 0]];
    add(record([[4, 0x04034b50]].concat(common)));
    add(title);
    add(bytes);
    directory.push(record([[4, 0x02014b50], [2, 20]].concat(common, [[2, 0], [2, 0], [2, 0], [4, 0], [4, start]])), title);
  }
  const begin = place;
  directory.forEach(add);
  add(record([[4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, place - begin], [4, begin], [2, 0]]));
  const whole = new Uint8Array(place);
  parts.reduce((start, part) => {
    whole.set(part, start);
    return start + part.length;
  }, 0);
  return whole;
};
})(typeof window === "undefined" ? globalThis : window);
