// Pictures and documents that go with a text: what they are, pictures without what they tell of place and time.
// No document, no network.
//
//   AlbumShare.sort(bytes, "foto.jpg")      "jpg", "png", "gif", "webp", "pdf", "docx" …; "" for anything else
//   AlbumShare.cleaned(bytes, "jpg")        the same picture; what is seen stays byte by byte
(function (root) {
"use strict";
const AlbumShare = root.AlbumShare = root.AlbumShare || {};
const OFFICE = ["docx", "xlsx", "pptx", "odt"];
const ascii = (bytes, from, to) => String.fromCharCode(...bytes.slice(from, to));
const view = bytes => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

AlbumShare.sort = (bytes, name) => {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (ascii(bytes, 0, 3) === "\xff\xd8\xff") return "jpg";
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return "gif";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "webp";
  if (ascii(bytes, 0, 5) === "%PDF-" && ending === "pdf") return "pdf";
  return ascii(bytes, 0, 4) === "PK\x03\x04" && OFFICE.includes(ending) ? ending : "";
};
AlbumShare.isPicture = sort => ["jpg", "png", "gif", "webp"].includes(sort);

// --- Pictures (ITU T.81, Exif 2.32; PNG 3; the WebP container)
// How a camera was held stays, in a segment of its own: without it the picture would lie on its side.
function orientation(segment) {
  if (ascii(segment, 4, 10) !== "Exif\0\0" || segment.length < 18) return 1;
  const data = view(segment), start = 10, isLittle = ascii(segment, start, start + 2) === "II";
  const first = start + data.getUint32(start + 4, isLittle);
  if (first + 2 > segment.length) return 1;
  const count = data.getUint16(first, isLittle);
  for (let entry = first + 2, n = 0; n < count && entry + 12 <= segment.length; n += 1, entry += 12) {
    if (data.getUint16(entry, isLittle) === 0x112) return data.getUint16(entry + 8, isLittle);
  }
  return 1;
}
const turned = value => Uint8Array.from([0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8,
  0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0]);
// What a JPEG is made of, in its order: {marker, own, bytes} for each segment, `bytes` with what fills the gap before it; what a scan codes
// belongs to the segment that begins it. Behind the end of the picture stands one without a marker. Null where it is cut
// within a segment or codes nothing.
function segments(bytes) {
  const list = [];
  let place = 2, hasScan = false;
  while (place < bytes.length) {
    let sign = place;
    // Fill bytes, and what does not belong there: programs skip both.
    while (sign + 1 < bytes.length && !(bytes[sign] === 0xff && bytes[sign + 1] !== 0xff && bytes[sign + 1] !== 0)) sign += 1;
    const marker = sign + 1 < bytes.length ? bytes[sign + 1] : 0, isAlone = marker === 1 || marker >= 0xd0 && marker <= 0xd9;
    let end = marker ? sign + 2 : bytes.length;
    if (marker && !isAlone) {
      if (end + 2 > bytes.length) return null;
      const size = bytes[end] * 256 + bytes[end + 1];
      end += size;
      if (size < 2 || end > bytes.length) return null;
    }
    if (marker === 0xda) {
      const start = end;
      // A zero behind FF, and marks of a restart, belong to what is coded.
      while (end < bytes.length && !(bytes[end] === 0xff && end + 1 < bytes.length && bytes[end + 1] !== 0 && bytes[end + 1] >> 3 !== 26)) end += 1;
      hasScan = hasScan || end > start;
    }
    list.push({marker, bytes: bytes.slice(place, end), own: bytes.slice(sign, end)});
    place = end;
    if (marker !== 0xd9) continue;
    if (place < bytes.length) list.push({marker: -1, bytes: bytes.slice(place), own: bytes.slice(place)});
    break;
  }
  return hasScan ? list : null;
}
// Told, and no part of the picture: all of the programs' own segments but JFIF, Adobe's transform and colours (ICC), the
// comment, and what stands behind the end, often a second picture.
function isTold({marker, own}) {
  const isColour = marker === 0xe2 && ascii(own, 4, 15) === "ICC_PROFILE";
  return marker >= 0xe1 && marker <= 0xef && marker !== 0xee && !isColour || marker === 0xfe || marker === -1;
}
function jpeg(bytes) {
  const list = segments(bytes);
  if (!list) return null;
  const turn = list.reduce((most, {marker, own}) => marker === 0xe1 ? Math.max(most, orientation(own)) : most, 1);
  return joined([bytes.slice(0, 2), turn > 1 && turn <= 8 ? turned(turn) : new Uint8Array(0)]
    .concat(list.filter(one => !isTold(one)).map(one => one.bytes)));
}
const SHOWN = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST",
  "pHYs", "sPLT", "acTL", "fcTL", "fdAT"];
function png(bytes) {
  const parts = [bytes.slice(0, 8)], data = view(bytes);
  for (let place = 8; place + 12 <= bytes.length;) {
    const end = place + 12 + data.getUint32(place), type = ascii(bytes, place + 4, place + 8);
    if (end > bytes.length) return null;
    if (SHOWN.includes(type)) parts.push(bytes.slice(place, end));
    if (type === "IEND") break;
    place = end;
  }
  return joined(parts);
}
function webp(bytes) {
  const parts = [bytes.slice(0, 12)], data = view(bytes);
  if (bytes.length < 20) return null;
  // What stands behind the container's own end belongs to no picture.
  const limit = Math.min(bytes.length, 8 + data.getUint32(4, true));
  let isLess = false;
  for (let place = 12; place + 8 <= limit;) {
    const size = data.getUint32(place + 4, true), end = place + 8 + size + size % 2, type = ascii(bytes, place, place + 4);
    if (place + 8 + size > bytes.length) return null;
    const chunk = bytes.slice(place, end);
    if (type === "VP8X") chunk[8] &= ~0x0c;
    if (type === "EXIF" || type.startsWith("XMP")) isLess = true;
    else parts.push(chunk);
    place = end;
  }
  if (!isLess) return bytes.slice(0, limit);
  const whole = joined(parts);
  view(whole).setUint32(4, whole.length - 8, true);
  return whole;
}
// Nothing where a picture does not read.
AlbumShare.cleaned = (bytes, sort) => ({jpg: jpeg, png, webp}[sort] || (whole => whole))(bytes);
})(typeof window === "undefined" ? globalThis : window);
