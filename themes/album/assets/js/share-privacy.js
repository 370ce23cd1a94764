// What looks like something about people that must not be published, for somebody who is still writing. The same rules as
// Sources/Catalog/Privacy in Swift, over the same lists of words; Tests/Fixtures/privacy.json holds both to one answer.
// Beyond them it warns of dates of birth and of a surname behind «ученик».
//
//   AlbumShare.people(rules)("СНИЛС 112-233-445 95")      [{sort: "insurance", text: "112-233-445 95"}]
(function (root) {
"use strict";
const AlbumShare = root.AlbumShare = root.AlbumShare || {};

// --- Numbers: NumberScan.swift
const GAP = /^[ ()\u00a0\u2010-\u2014\u202f\u2212-]+/, HYPHEN = /[\u2010-\u2014\u2212-]/, POINT = /^[./\u00b7](?=\d)/;
function groups(text) {
  const found = [];
  let rest = text, afterHyphen = false, afterPoint = false, place = 0, count = 0;
  for (let digits = /^\d+/.exec(rest); digits && count <= 20; digits = /^\d+/.exec(rest)) {
    place += digits[0].length;
    count += digits[0].length;
    found.push({digits: digits[0], end: place, afterHyphen, afterPoint});
    rest = text.slice(place);
    const point = POINT.exec(rest), gap = point || GAP.exec(rest);
    if (!gap) break;
    [afterHyphen, afterPoint] = [HYPHEN.test(gap[0]), Boolean(point)];
    place += gap[0].length;
    rest = text.slice(place);
  }
  return found;
}
const fits = (list, shape) => list.length >= shape.length && shape.every((size, n) => list[n].digits.length === size);
const joined = list => list.map(group => group.digits).join("");
// A part of an address on the web is none, but for those of somebody's telephone.
const isOfAddress = before => /[A-Za-z\d]\/$/.test(before) && !/(?:wa\.me|t\.me|phone)\/$/.test(before);
function phone(list, before) {
  // Of an insurance number, of thousands, of a conference.
  if ([[3, 3, 3, 2], [9, 2], [2, 3, 3, 3], [3, 4, 4]].some(shape => fits(list, shape)) || isOfAddress(before)) return 0;
  let total = 0;
  for (let n = 0; n < Math.min(list.length, 6); n += 1) {
    total += list[n].digits.length;
    if (total === 11) {
      const groups = list.slice(0, n + 1);
      // Decimals and days are parted by points as well.
      const isOne = !groups.some(group => group.afterPoint)
        || [[1, 3, 3, 2, 2], [1, 3, 3, 4], [1, 10]].some(shape => shape.length === groups.length && fits(groups, shape));
      return /^[78]9/.test(joined(groups)) && isOne ? n + 1 : 0;
    }
    if (total === 10 && n === 3 && fits(list, [3, 3, 2, 2]) && list[0].digits[0] === "9" && list[3].afterHyphen) return 4;
    if (total > 11) return 0;
  }
  return 0;
}
// The last two figures of an insurance number follow from the nine before; up to 001-001-998 there are none.
function insurance(list) {
  for (const shape of [[3, 3, 3, 2], [9, 2], [11]]) {
    if (!fits(list, shape) || list[shape.length] && list[shape.length].afterHyphen) continue;
    const digits = joined(list.slice(0, shape.length));
    const sum = Array.from(digits.slice(0, 9)).reduce((all, digit, n) => all + Number(digit) * (9 - n), 0) % 101 % 100;
    if (Number(digits.slice(0, 9)) > 1001998 && sum === Number(digits.slice(9))) return shape.length;
  }
  return 0;
}
const speaksOfPassport = before => /паспорт|серия|серии/i.test(before.slice(before.lastIndexOf("\n") + 1).slice(-60));
function number(before, text) {
  const list = groups(text), upTo = (sort, count) => ({sort, text: text.slice(0, list[count - 1].end)});
  if (joined(list).length < 10) {
    const isSeries = list[0].digits.length === 4 && list.length === 1 || list.length === 2 && fits(list, [2, 2]);
    const rest = text.slice(list[list.length - 1].end), word = /^[^\d\n]{0,24}?(?=\d)/.exec(rest);
    const six = word && /^\d{6}(?!\d)/.exec(rest.slice(word[0].length));
    const isPassport = isSeries && six && /№|n|номер/i.test(word[0]) && speaksOfPassport(before);
    return isPassport ? {sort: "passport", text: text.slice(0, text.length - rest.length + word[0].length + 6)} : null;
  }
  const count = phone(list, before);
  if (count) {
    const found = upTo("phone", count);
    return {sort: "phone", text: /\+?\(?$/.exec(before)[0] + found.text, length: found.text.length};
  }
  if (insurance(list)) return upTo("insurance", insurance(list));
  const shape = [[4, 6], [2, 2, 6], [10]].find(sizes => fits(list, sizes));
  return shape && speaksOfPassport(before) ? upTo("passport", shape.length) : null;
}

// --- What a page shows of a text, and where each sign of it is written: ShownText.swift
const MARK = /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\\(?=[!-/:-@[-`{-~\n])|\]\((?!mailto:|tel:)[^)\n]{0,290}\)|\[\[[^\]|\n]{0,290}\||[[\]]|&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,16});|%[\da-f]{2}|\n[ >]*|[^\x00-\x7f]/giu;
const NAMED = {nbsp: " ", ensp: " ", emsp: " ", thinsp: " ", shy: "", zwj: "", zwnj: "", ZeroWidthSpace: "", NoBreak: "",
  plus: "+", commat: "@", period: ".", lowbar: "_", hyphen: "-", dash: "-", ndash: "-", mdash: "-", minus: "-", lpar: "(", rpar: ")", num: "#", amp: "&"};
const UNSEEN = /\p{Default_Ignorable_Code_Point}|[\u2028\u2029\u2800\ufff0-\ufffc]/u, OF_NUMBER = "[\\d()+*-]";
const endsNumber = new RegExp(OF_NUMBER + "[ \\\\]*$"), beginsNumber = new RegExp("^" + OF_NUMBER);
function sign(one) {
  if (UNSEEN.test(one)) return "";
  if (/\s/.test(one)) return " ";
  if (/[\uff01-\uff5e]/.test(one)) return String.fromCharCode(one.charCodeAt(0) - 0xfee0);
  if (!/\p{Nd}/u.test(one)) return one;
  const plain = one.normalize("NFKC"), code = plain.codePointAt(0);
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return /\d/.test(plain) ? plain : String(code - zero);
}
function shownFor(mark, before, behind) {
  if (mark[0] === "&") {
    const [, hex, digits] = /^&#(?:x([\da-f]+)|(\d+));/i.exec(mark) || [], code = hex ? parseInt(hex, 16) : Number(digits);
    if (code > 0 && code < 0x110000) return code < 0x80 ? String.fromCharCode(code) : sign(String.fromCodePoint(code));
    return NAMED[mark.slice(1, -1)] ?? mark;
  }
  if (mark[0] === "%") return /%[2-7]/.test(mark) && mark !== "%7f" ? String.fromCharCode(parseInt(mark.slice(1), 16)) : mark;
  if (mark[0] === "\n") return endsNumber.test(before) && beginsNumber.test(behind) ? " " : mark;
  return mark[0] > "\x7f" ? sign(mark) : "";
}
function shown(text) {
  const from = [], to = [];
  let made = "", place = 0;
  const put = (piece, start, end, isWhole) => {
    made += piece;
    for (let n = 0; n < piece.length; n += 1) {
      from.push(isWhole ? start + n : start);
      to.push(isWhole ? start + n + 1 : end);
    }
  };
  for (const {0: mark, index} of text.matchAll(MARK)) {
    const end = index + mark.length;
    put(text.slice(place, index), place, index, true);
    put(shownFor(mark, text.slice(Math.max(0, index - 8), index), text.slice(end, end + 1)), index, end, false);
    place = end;
  }
  put(text.slice(place), place, text.length, true);
  return {text: made, source: (start, end) => [from[start], to[end - 1]]};
}

// --- Names: NameWords.swift, GivenNames.swift
function tokens(text) {
  const list = [];
  for (const match of text.matchAll(/\p{Lu}\.(?![\p{L}-])|\p{Lu}\.|[\p{L}][\p{L}-]*|[^\p{L}\s]/gu)) {
    const isWord = /^\p{L}/u.test(match[0]);
    list.push({text: match[0], place: match.index, isWord, isInitial: isWord && match[0].endsWith(".")});
  }
  return list.filter((token, n) => !(token.text === "-" && n && list[n - 1].isWord));
}
const isCapital = token => token.isWord && !token.isInitial && token.text.length > 1 && /^[А-ЯЁ]/.test(token.text)
  && token.text.split("-").filter(Boolean).every(part => part.length > 1 && /^.\p{Ll}+$/u.test(part));
const isPartOfName = token => isCapital(token) || token.isInitial;
function stem(word) {
  let rest = word.replaceAll("ё", "е");
  if (rest.length > 4 && /[ое]м$/.test(rest)) rest = rest.slice(0, -2);
  while (rest.length > 3 && /[аеийоуыьэюя]$/.test(rest)) rest = rest.slice(0, -1);
  return rest;
}

AlbumShare.people = rules => {
  const list = key => rules[key].split(" ");
  const services = new Set(list("services")), names = new Set(list("names"));
  const ends = (text, endings) => endings.some(ending => text.endsWith(ending) || stem(text).endsWith(ending));
  const begins = (text, stems) => stems.some(start => text.startsWith(start));
  const isPatronymic = token => ends(token.text.toLowerCase(), list("patronymics"));
  const isSurname = token => ends(token.text.toLowerCase(), list("surnames"));
  const isGiven = token => names.has(stem(token.text.toLowerCase()));
  const isPupil = token => token.isWord && begins(token.text.toLowerCase(), list("pupils"));
  const isConnecting = token => token.isWord
    ? isPupil(token) || list("classes").includes(token.text.toLowerCase()) : ",;:–—-|()*_«»\"“”„[]".includes(token.text);
  function isName(words) {
    if (!words.every(isPartOfName)) return false;
    const initials = words.filter(word => word.isInitial).length, surname = words.find(word => !word.isInitial);
    if (words.length === 3) {
      if (initials) return initials === 2 && !isCapital(words[1]) && Boolean(surname) && isSurname(surname);
      return words.slice(1).some(isPatronymic);
    }
    if (initials) return initials === 1 && isSurname(surname);
    return words.some(word => isGiven(word) || isPatronymic(word));
  }
  function isOfSomebodyKnown(name, before) {
    const words = [];
    for (const token of before.slice().reverse()) {
      if (!token.isWord && !"«\"".includes(token.text) || words.length === 6) break;
      words.push(token.text.toLowerCase());
    }
    if (words.some(word => list("honours").includes(word) || begins(word, list("honourStems")))) return true;
    return words.some(word => begins(word, list("works"))) && name.some(token => begins(token.text.toLowerCase(), list("authors")));
  }
  const span = (text, words) => {
    const last = words[words.length - 1];
    return text.slice(words[0].place, last.place + last.text.length);
  };
  function nameAtEnd(text) {
    const all = tokens(text);
    while (all.length && isConnecting(all[all.length - 1])) all.pop();
    let count = 0;
    while (count < 3 && count < all.length && isPartOfName(all[all.length - 1 - count])) count += 1;
    for (const size of [3, 2]) {
      const name = all.slice(-size);
      if (size <= count && isName(name) && !isOfSomebodyKnown(name, all.slice(0, -size))) return span(text, name);
    }
    return "";
  }
  function nameAtStart(text) {
    const all = tokens(text), start = all.findIndex(token => !isConnecting(token));
    if (start < 0) return "";
    let count = 0;
    while (count < 3 && start + count < all.length && isPartOfName(all[start + count])) count += 1;
    const size = [3, 2].find(wanted => wanted <= count && isName(all.slice(start, start + wanted)));
    return size ? span(text, all.slice(start, start + size)) : "";
  }

  // --- Classes: ClassScan.swift
  // What is left behind «класс», «-го класса», «кл.»; null where it does not stand there.
  function behindWord(text) {
    const match = /^(?:-го|-й|-ый|-ом|-м)?[ \u00a0]*((?:\p{L})*)/u.exec(text), word = match[1];
    if (word !== "кл" && !(word.startsWith("класс") && word.length <= 7)) return null;
    const rest = text.slice(match[0].length);
    return word === "кл" && rest[0] === "." ? rest.slice(1) : rest;
  }
  function behindClass(line) {
    const digits = /^\d+/.exec(line)[0];
    if (digits.length > 2 || digits[0] === "0" || Number(digits) > 11) return null;
    const text = line.slice(digits.length), plain = behindWord(text), gap = /^[- \u00a0\u2011\u2013]*/.exec(text)[0];
    if (gap.length > 3) return plain;
    let behind = text.slice(gap.length);
    const isQuoted = /^[«"“„']/.test(behind);
    if (isQuoted) behind = behind.slice(1);
    const letter = behind[0] || "";
    if (!/[А-Яа-я]/.test(letter)) return plain;
    behind = behind.slice(1);
    if (isQuoted) {
      if (!/^[»"”“']/.test(behind)) return plain;
      behind = behind.slice(1);
    }
    if (/^[\p{L}\p{N}]/u.test(behind)) return plain;
    const rest = behindWord(behind);
    if (rest !== null) return rest;
    const isOfFile = /^\.[A-Za-z]/.test(behind);
    const isAttached = /[а-я]/.test(letter) ? !gap && /[абвгджзкл]/.test(letter) : /^[-\u2011\u2013]*$/.test(gap);
    return !isQuoted && !isOfFile && !isAttached && (/[а-я]/.test(letter) || behind[0] === ".") ? null : behind;
  }
  function child(text, place) {
    const end = text.indexOf("\n", place), line = text.slice(place, end < 0 ? undefined : end).slice(0, 120);
    const behind = behindClass(line);
    if (behind === null) return null;
    const before = text.slice(text.lastIndexOf("\n", place - 1) + 1, place).slice(-100);
    const name = nameAtEnd(before) || nameAtStart(behind);
    return name ? {sort: "child", text: name} : null;
  }

  // --- Mail: MailScan
  function mail(text, place) {
    const user = /[A-Za-z\d._%+-]*$/.exec(text.slice(Math.max(0, place - 64), place))[0];
    const domain = /^[A-Za-z\d.-]*/.exec(text.slice(place + 1, place + 64))[0].replace(/[.-]+$/, "");
    return user && services.has(domain.toLowerCase()) ? {sort: "mail", text: user + "@" + domain, start: place - user.length} : null;
  }

  // --- Only here: somebody who is still writing is warned of more
  const day = String.raw`\d{1,2}[.\/ -](?:\d{1,2}|\p{L}+)[.\/ -]\d{4}`, light = String.raw`(?:появил|явил|приш)\p{L}* на свет|на свет (?:появил|явил|приш)\p{L}*`;
  const births = new RegExp(
    String.raw`(?:(?:дата|день|год) рожд\p{L}*|родил\p{L}*|рождён|рождена|уроже\p{L}*|${light}|(?<!\p{L})(?:г\.\s?р\.|д\.\s?р\.|[гд]\/р|(?<!и )др|род\.|р\.)(?!\p{L}))[^\n\d]{0,40}?${day}|${day}\s*(?:года|г\.)?\s*(?:рожд\p{L}*|г\.\s?р\.|г\/р|р\.|родил\p{L}*|${light})`, "giu");
  function pupils(text) {
    const all = tokens(text), found = [];
    all.forEach((token, n) => {
      const [first, second] = [all[n + 1], all[n + 2]];
      if (!isPupil(token) || !first || !isCapital(first)) return;
      if (second && isPartOfName(second) && isName([first, second])) found.push(span(text, [first, second]));
      else if (isSurname(first) && !isPupil(first)) found.push(first.text);
    });
    return found.map(name => ({sort: "child", text: name}));
  }

  // What is found where it is shown as it is written; of numbers and addresses with their places.
  function written(text) {
    const found = [];
    for (let place = 0; place < text.length;) {
      const sign = text[place];
      let next = null;
      if (sign === "@") next = mail(text, place);
      else if (/\d/.test(sign) && !/[\dA-Za-zА-яЁё_]/.test(text[place - 1] || " ")) {
        next = number(text.slice(0, place), text.slice(place)) || child(text, place);
      }
      if (next && next.sort === "child") found.push({sort: next.sort, text: next.text});
      else if (next) {
        const start = next.start ?? place - (next.length ? next.text.length - next.length : 0);
        found.push({sort: next.sort, text: next.text, start, end: start + next.text.length});
      }
      const isBehind = next && next.sort !== "child" && next.sort !== "mail";
      place += isBehind ? next.length || next.text.length : Math.max(1, (/^\d+/.exec(text.slice(place)) || [""])[0].length);
    }
    return found;
  }

  return text => {
    const seen = shown(text);
    const hidden = written(seen.text).flatMap(({sort, start, end}) => {
      const [from, to] = start === undefined ? [] : seen.source(start, end);
      return from === undefined ? [] : [{sort, text: text.slice(from, to), start: from, end: to}];
    });
    const all = written(text), isBeside = (one, other) => other.start === undefined || one.end <= other.start || other.end <= one.start;
    const found = all.concat(hidden.filter(one => all.every(other => isBeside(one, other)))).map(({sort, text}) => ({sort, text}));
    for (const match of text.matchAll(births)) found.push({sort: "birth", text: match[0]});
    const known = found.map(one => one.text);
    return found.concat(pupils(text).filter(one => !known.some(name => name.includes(one.text))))
      .filter((one, n, all) => all.findIndex(other => other.sort === one.sort && other.text === one.text) === n);
  };
};
})(typeof window === "undefined" ? globalThis : window);
