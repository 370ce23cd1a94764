// A file for calendar programs (iCalendar, RFC 5545) of the rows that a filter leaves, made in the browser: the events have the names of
// those in data/calendar.ics, so that a program knows them again. calendar.js loads this at the click.
//
//   AlbumCalendarFile(rows, words)     its text; `words` are those of .calendar-words
"use strict";
const AlbumCalendarFile = (() => {
// Letters in ASCII as in the site's addresses: а … я in the order of Unicode (Transliteration.swift).
const LETTERS = "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y  e iu ia".split(" ");
const plain = text => text.replace(/\u00ad/g, "").replace(/\s+/g, " ").trim();
const escaped = text => plain(text).replace(/[\\;,]/g, "\\$&");

// At most forty letters, cut between words.
function slug(text) {
  const name = text.toLowerCase().replace(/ё/g, "е").replace(/ь/g, "").replace(/[а-я]/g, letter => LETTERS[letter.charCodeAt(0) - 0x430]).replace(/[^a-z0-9]+/g, "-");
  let result = "";
  for (const word of name.split("-").filter(Boolean)) {
    if (result && result.length + word.length >= 40) break;
    result += (result && "-") + word;
  }
  return result.slice(0, 40);
}

// Lines of 75 octets at most, parted between characters.
function folded(line) {
  let text = "", length = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (length + size > 75) {
      text += "\r\n ";
      length = 1;
    }
    text += sign;
    length += size;
  }
  return text + "\r\n";
}

const day = (date, later) => new Date(Date.parse(date) + later * 864e5).toISOString().slice(0, 10).replace(/-/g, "");

function event(row, words, base) {
  const link = row.querySelector(".row-name a"), root = new URL(words.root || ".", location.href).href, address = link.href.slice(root.length), [page, anchor] = address.split("#");
  const said = (scope, selector) => plain(scope?.querySelector(selector)?.textContent || ""), term = said(row, ".row-term"), change = said(row, ".row-change"), name = plain(link.textContent), venue = said(row, ".row-venue .listed");
  // One day that is known of a longer term is named for what it is.
  const is = row.dataset.from !== row.dataset.to ? "" : /^(до|не позднее|until|by)\s/i.test(term) ? words.deadline : /^(со?|начиная с|from|since)\s/i.test(term) ? words.begins : "";
  const people = Array.from(row.querySelectorAll(".row-facts > li:not(.row-roadmap)"), item =>
    said(item, ".quiet") + " " + Array.from(item.querySelectorAll(".listed > span"), one => plain(one.textContent)).join("; "));
  const told = [term, change, said(row, ".row-mark"), ...people, said(row.closest(".run"), ".run-roadmap a") || said(row, ".row-roadmap a"), row.dataset.place].filter(Boolean);
  return ["BEGIN:VEVENT", "UID:" + escaped([page.replace(/\.html$/, ""), ...(anchor ? [anchor] : [])].join("#") + "@" + (base ? new URL(base).host : slug(words.site))), "DTSTAMP:" + day(AlbumEdition, 0) + "T000000Z",
    "DTSTART;VALUE=DATE:" + day(row.dataset.from, 0), "DTEND;VALUE=DATE:" + day(row.dataset.to, 1), "SUMMARY:" + escaped((is || "{1}").replace("{1}", () => name)),
    ...(venue ? ["LOCATION:" + escaped(venue)] : []), "DESCRIPTION:" + told.map(escaped).join("\\n"), ...(base ? ["URL:" + new URL(words.root + address, base).href] : []),
    ...(row.dataset.regions ? ["CATEGORIES:" + row.dataset.regions.split("|").map(escaped).join(",")] : []), ...(change.toLowerCase().startsWith(words.cancelled) ? ["STATUS:CANCELLED"] : []),
    "TRANSP:TRANSPARENT", "END:VEVENT"];
}

return (rows, words) => {
  const base = document.querySelector("link[rel=canonical]")?.href, head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//album//roadmaps//" + document.documentElement.lang.toUpperCase(), "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    "X-WR-CALNAME:" + escaped(words.site)];
  return [...head, ...rows.flatMap(row => event(row, words, base)), "END:VCALENDAR"].map(folded).join("");
};
})();
