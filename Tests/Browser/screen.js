// What a reader would call broken on the page that is open: one line a fault, none when all is well.
// An expression for Playwright's evaluate; `words` are the patterns that no reader may meet, as [name, source] pairs.
(words) => {
    const faults = [];
    const tell = (what, text) => { if (faults.length < 12) faults.push(what + ": «" + text.trim().replace(/\s+/g, " ").slice(0, 90) + "»"); };
    const name = (e) => e.tagName.toLowerCase() + (e.id ? "#" + e.id : "") + (e.classList[0] ? "." + e.classList[0] : "");

    // An element that a sighted reader meets: drawn (not inside a closed <details>), and not shrunk for screen readers.
    const seen = new Map();
    const shrunk = (element) => {
        if (seen.has(element)) return seen.get(element);
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const small = box.width <= 1 && box.height <= 1 && style.overflow !== "visible" && style.display !== "contents";
        const cut = /rect\((0|1)px,? (0|1)px,? (0|1)px,? (0|1)px\)|inset\((50|100)%/.test(style.clip + style.clipPath);
        const answer = small || cut || (element.parentElement !== null && shrunk(element.parentElement));
        seen.set(element, answer);
        return answer;
    };
    const visible = (element) => element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true })
        && !shrunk(element);

    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!node.data.trim() || /^(SCRIPT|STYLE|NOSCRIPT|OPTION|TEXTAREA|TEMPLATE)$/.test(parent.tagName)) continue;
        if (visible(parent)) texts.push(node);
    }

    // 1. Words that say a fault, and marks that are no text. Code, keys and sample marks may hold anything.
    for (const node of texts) {
        if (node.parentElement.closest("pre, code, kbd, samp")) continue;
        for (const [what, source] of words) {
            const found = new RegExp(source, "u").exec(node.data);
            if (found) tell(what, node.data.slice(Math.max(0, found.index - 30)));
        }
    }

    // 2. Boxes that are narrower than what they hold, and a page that is wider than its window.
    const scrolls = (e) => /auto|scroll/.test(getComputedStyle(e).overflowX);
    const held = (e) => { for (let p = e; p; p = p.parentElement) if (scrolls(p)) return true; return false; };
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) tell("the page is " + wide + " px wider than the window", document.title);
    const boxes = new Set(texts.map((node) => node.parentElement));
    for (const element of boxes) {
        const style = getComputedStyle(element);
        if (element.ownerSVGElement || style.display === "inline" || element.clientWidth === 0) continue;
        const over = element.scrollWidth - element.clientWidth;
        if (over > 1 && style.textOverflow !== "ellipsis" && !scrolls(element)) {
            tell(name(element) + " is " + over + " px narrower than its text", element.textContent);
        }
        const high = element.scrollHeight - element.clientHeight;
        if (/hidden|clip/.test(style.overflowY) && high > 3 && style.webkitLineClamp === "none") {
            tell(name(element) + " cuts " + high + " px of its text", element.textContent);
        }
    }

    // 3. Words in two lines without a hyphen, and the lines of text on the page.
    const lines = [];
    const range = document.createRange();
    for (const node of texts) {
        const parent = node.parentElement;
        range.selectNodeContents(node);
        const rects = Array.from(range.getClientRects()).filter((r) => r.width > 1 && r.height > 1);
        for (const rect of rects) lines.push({ rect, node });
        if (rects.length < 2 || parent.ownerSVGElement || parent.closest("pre, code, a[href^='http'], .address")) continue;
        for (const found of node.data.matchAll(/[\p{L}\p{N}\u00AD]{2,}/gu)) {
            // Where a letter stands on another line than the one before it, a soft hyphen has to stand between them.
            let line = null;
            for (let k = 0; k < found[0].length; k++) {
                if (found[0][k] === "\u00AD") continue;
                range.setStart(node, found.index + k);
                range.setEnd(node, found.index + k + 1);
                // The hyphen at the end of a line counts to the letter behind it: its own place is the last.
                const rect = Array.from(range.getClientRects()).filter((r) => r.width > 0).pop();
                if (!rect) continue;
                const isBroken = line !== null && rect.top - line > rect.height / 2 && found[0][k - 1] !== "\u00AD";
                line = rect.top;
                if (isBroken) { tell("a word is broken without a hyphen", found[0].replaceAll("\u00AD", "")); break; }
            }
        }
    }

    // 4. Texts that lie on each other. What floats above the page by design (fixed, sticky, an open list) is left out.
    const floats = (e) => { for (let p = e; p && p !== document.body; p = p.parentElement)
        if (/fixed|sticky/.test(getComputedStyle(p).position) || p.matches("[role=listbox], dialog, [popover]")) return true; return false; };
    const flat = lines.filter((line) => !floats(line.node.parentElement) && !held(line.node.parentElement));
    flat.sort((a, b) => a.rect.top - b.rect.top);
    for (let i = 0; i < flat.length; i++) {
        const a = flat[i].rect;
        for (let j = i + 1; j < flat.length && flat[j].rect.top < a.bottom - 4; j++) {
            const b = flat[j].rect;
            if (flat[i].node === flat[j].node) continue;
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            // Lines of one text may share their leading; a third of the smaller letter height is an overlap.
            if (across > 3 && down > Math.min(a.height, b.height) * 0.45) {
                tell("two texts lie on each other", flat[i].node.data.trim().slice(0, 40) + " / " + flat[j].node.data);
            }
        }
    }
    return faults;
}
