// What looks like something about people that must not be published, for somebody who is still writing. The same rules as
// Sources/Catalog/Privacy in Swift, over the same lists of words; Tests/Fixtures/privacy.json holds both to one answer.
// Beyond them it warns of dates of birth and of a surname behind «ученик».
//
//   AlbumShare.people(rules)("СНИЛС 112-233-445 95")      [{sort: "insurance", text: "112-233-445 95"}]
(function (root) {
"use strict";
const AlbumShare = root.AlbumShare = root.AlbumShare || {};

// --- Numbers: NumberScan.swift
const GAP = /^[ ()\u00a0\u2010-\u2014\u202f\u2212-]+/, HYPHEN = /[\u2010-\u2014\u2212-]/;
function groups(text) {
  const found = [];
  let rest = text, afterHyphen = false, place = 0, count = 0;
  for (let digits = /^\d+/.exec(rest); digits && count <= 20; digits = /^\d+/.exec(rest)) {
    place += digits[0].length;
    count += digits[0].length;
    found.push({digits: digits[0], end: place, afterHyphen});
    rest = text.slice(place);
    const gap = GAP.exec(rest);
    if (!gap) break;
    afterHyphen = HYPHEN.test(gap[0]);
    place += gap[0].length;
    rest = text.slice(place);
  }
  return found;
}
const fits = (list, shape) => list.length >= shape.length && shape.every((size, n) => list[n].digits.length === size);
const joined = list => list.map(group => group.digits).join("");
function phone(list) {
  if (fits(list, [3, 3, 3, 2]) || fits(list, [9, 2])) return 0;
  let total = 0;
  for (let n = 0; n < Math.min(list.length, 6); n += 1) {
    total += list[n].digits.length;
    if (total === 11) return /^[78]9/.test(joined(list.slice(0, n + 1))) ? n + 1 : 0;
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
  if (phone(list)) {
    const found = upTo("phone", phone(list));
    return {sort: "phone", text: /\+?\(?$/.exec(before)[0] + found.text, length: found.text.length};
  }
  if (insurance(list)) return upTo("insurance", insurance(list));
  const shape = [[4, 6], [2, 2, 6], [10]].find(sizes => fits(list, sizes));
  return shape && speaksOfPassport(before) ? upTo("passport", shape.length) : null;
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
    return user && services.has(domain.toLowerCase()) ? {sort: "mail", text: user + "@" + domain} : null;
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

  return text => {
    const found = [];
    for (let place = 0; place < text.length;) {
      const sign = text[place];
      let next = null;
      if (sign === "@") next = mail(text, place);
      else if (/\d/.test(sign) && !/[\dA-Za-zА-яЁё_]/.test(text[place - 1] || " ")) {
        next = number(text.slice(0, place), text.slice(place)) || child(text, place);
      }
      if (next) found.push({sort: next.sort, text: next.text});
      const isBehind = next && next.sort !== "child" && next.sort !== "mail";
      place += isBehind ? next.length || next.text.length : Math.max(1, (/^\d+/.exec(text.slice(place)) || [""])[0].length);
    }
    for (const match of text.matchAll(births)) found.push({sort: "birth", text: match[0]});
    const known = found.map(one => one.text);
    return found.concat(pupils(text).filter(one => !known.some(name => name.includes(one.text))))
      .filter((one, n, all) => all.findIndex(other => other.sort === one.sort && other.text === one.text) === n);
  };
};
})(typeof window === "undefined" ? globalThis : window);
