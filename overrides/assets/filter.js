// The filter of an index: each keystroke leaves the lines that hold all the typed parts of words, in any spelling.
const LETTERS = { ł: "l", ø: "o", ı: "i", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ß: "ss", ё: "е" };
const AT_ONCE = 1500;

// As the program folds text: no case, no accents (й stays), one kind of dash and of apostrophe.
const folded = (text) =>
  text.toLowerCase().normalize("NFC")
    .replace(/[^\u0000-\u007f\u0400-\u052f]+/g, (run) => run.normalize("NFKD").replace(/\p{M}|\u00ad/gu, ""))
    .replace(/[łøıđðþæœßё]/g, (letter) => LETTERS[letter])
    .replace(/[’‘ʼ´]/g, "'").replace(/[‐‑–—−]/g, "-").replace(/\s+/g, " ");

const make = (tag, attributes = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...children);
  return element;
};

const box = document.querySelector(".r-filter");
const register = document.querySelector(".r-register");
const said = box.dataset;
const input = make("input", { type: "search", id: "r-filter", autocomplete: "off", spellcheck: false, placeholder: said.hint });
const status = make("p", { className: "r-status" });
status.setAttribute("role", "status");
box.append(make("label", { htmlFor: "r-filter", textContent: said.label }), input, status);

// A line is what a heading stands in; of a tree also the lines above it stay, for sense.
const lineOf = (element) => {
  const also = element.querySelector(":scope > a[data-also], :scope > p > a[data-also]")?.dataset.also ?? "";
  const own = [...element.childNodes].filter((node) => node.nodeName !== "UL").map((node) => node.textContent).join(" ");
  const above = [];
  for (let li = element.parentElement.closest("li"); li; li = li.parentElement.closest("li")) above.push(li);
  return { element, words: `${folded(own)} ${folded(also)}`, above, group: element.closest(".r-letter"), shown: true };
};
const selector = register.matches(".r-wants") ? ".r-want-entry" : "li";
let lines = [...register.querySelectorAll(selector)].filter((li) => !li.closest(".r-parts")).map(lineOf);
const parts = [...register.querySelectorAll(".r-part")];

// An index in several pages: their lines are fetched when the reader first types.
const found = make("section", { className: "r-letter r-found", hidden: true }, make("ul"));
let fetched = parts.length ? null : Promise.resolve();
const fetchParts = async () => {
  status.textContent = said.loading;
  const pages = await Promise.all(parts.map(async (part) => {
    const address = new URL(part.href);
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    const items = [...page.querySelectorAll(".r-register li")];
    for (const link of items.flatMap((li) => [...li.querySelectorAll("a")])) {
      link.href = new URL(link.getAttribute("href"), address).href;
    }
    return items;
  }));
  register.prepend(found);
  lines = lines.concat(pages.flat().map((li) => {
    const element = document.importNode(li, true);
    found.firstChild.append(element);
    return { ...lineOf(element), group: found };
  }));
};

let turn = 0;
const breathe = () => new Promise((resume) => setTimeout(resume));
const filter = async () => {
  const mine = ++turn;
  const typed = folded(input.value).split(" ").filter(Boolean);
  if (typed.length) await (fetched ??= fetchParts());
  if (mine !== turn) return;
  const left = new Set();
  let count = 0;
  for (const line of lines) {
    if (typed.every((word) => line.words.includes(word))) {
      count += 1;
      left.add(line.element).add(line.group);
      for (const li of line.above) left.add(li);
    }
  }
  for (const group of new Set(lines.map((line) => line.group))) if (group) group.hidden = !left.has(group);
  found.hidden = !typed.length || !left.has(found);
  register.classList.toggle("r-filtered", typed.length > 0);
  status.textContent = !typed.length ? "" : count
    ? said.left.replace("{n}", count).replace("{all}", lines.length) : said.none;
  let changed = 0;
  for (const line of lines) {
    const shown = left.has(line.element);
    if (shown === line.shown) continue;
    line.shown = shown;
    line.element.hidden = !shown;
    if (++changed % AT_ONCE === 0) {
      await breathe();
      if (mine !== turn) return;
    }
  }
  box.dataset.ready = input.value;
};

input.addEventListener("input", filter);
input.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !input.value) return;
  event.preventDefault();
  input.value = "";
  filter();
});
if (input.value) filter();
box.dataset.ready = "";
