// The filter of an index: each keystroke leaves the lines that hold all the typed parts of words, in any spelling.
import { built as make } from "./kit.js";

const LETTERS = { ł: "l", ø: "o", ı: "i", đ: "d", ð: "d", þ: "th", æ: "ae", œ: "oe", ß: "ss", ё: "е" };
const AT_ONCE = 1500;
const AT_MOST = 300;

// As the program folds text: no case, no accents (й stays), one kind of dash and of apostrophe.
const folded = (text) =>
  text.toLowerCase().normalize("NFC")
    .replace(/[^\u0000-\u007f\u0400-\u052f]+/g, (run) => run.normalize("NFKD").replace(/\p{M}|\u00ad/gu, ""))
    .replace(/[łøıđðþæœßё]/g, (letter) => LETTERS[letter])
    .replace(/[’‘ʼ´]/g, "'").replace(/[‐‑–—−]/g, "-").replace(/\s+/g, " ");

const box = document.querySelector(".r-filter");
const register = document.querySelector(".r-register");
const said = box.dataset;
const input = make("input", { type: "search", id: "r-filter", autocomplete: "off", spellcheck: false, placeholder: said.hint });
const status = make("p", { className: "r-status" });
status.setAttribute("role", "status");
box.append(make("label", { htmlFor: "r-filter", textContent: said.label }), input, status);

// A line is what a heading stands in; of a tree also the lines above it stay, for sense.
const lineOf = (element) => {
  const also = element.querySelector(":scope a[data-also]:not(:scope ul a)")?.dataset.also ?? "";
  const own = [...element.childNodes].filter((node) => node.nodeName !== "UL").map((node) => node.textContent).join(" ");
  const above = [];
  for (let li = element.parentElement?.closest("li"); li; li = li.parentElement.closest("li")) above.push(li);
  const group = element.closest(".r-letter");
  const head = ofWants ? group.querySelector("h2").textContent : "";
  const plain = folded(`${own} ${head}`);
  return { element, plain, all: `${plain} ${folded(also)}`, also, above, group, shown: true };
};
const ofWants = register.matches(".r-wants");
let lines = [...register.querySelectorAll(ofWants ? ".r-want-entry" : "li:not(.r-parts li)")].map(lineOf);
const parts = [...register.querySelectorAll(".r-part")];

// An index in several pages: their lines are fetched when the reader first types, page by page, and wait unseen.
const found = make("section", { className: "r-letter r-found", hidden: true }, make("ul"));
const breathe = () => new Promise((resume) => setTimeout(resume));
const linesOf = async (part) => {
  const address = new URL(part.href);
  const text = await fetch(address).then((answer) => answer.text(), () => "");  // without it the rest is still filtered
  const page = new DOMParser().parseFromString(text, "text/html");
  await breathe();
  return [...page.querySelectorAll(".r-register li")].map((li) => {
    for (const link of li.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address).href;
    const element = document.importNode(li, true);
    element.hidden = true;
    return { ...lineOf(element), group: found, shown: false };
  });
};
let fetched = parts.length ? null : Promise.resolve();
const fetchParts = async () => {
  status.textContent = said.loading;
  const pages = await Promise.all(parts.map(linesOf));
  found.firstChild.append(...pages.flat().map((line) => line.element));
  register.prepend(found);
  lines = lines.concat(pages.flat());
};

// Where only another name holds what was typed, that name is told behind the line.
const tell = ({ element, plain, also }, typed) => {
  const part = typed.find((word) => !plain.includes(word));
  const name = part && also.split("; ").find((one) => folded(one).includes(part));
  if (name) element.dataset.as = name;
  else delete element.dataset.as;
};

let turn = 0;
const filter = async () => {
  const mine = ++turn;
  const typed = folded(input.value).split(" ").filter(Boolean);
  if (typed.length) await (fetched ??= fetchParts());
  if (mine !== turn) return;
  const left = new Set();
  let count = 0;
  let fromParts = 0;
  for (const line of lines) {
    if (typed.every((word) => line.all.includes(word))) {
      count += 1;
      if (line.group === found && ++fromParts > AT_MOST) continue;
      left.add(line.element).add(line.group);
      for (const li of line.above) left.add(li);
    }
  }
  for (const group of new Set(lines.map((line) => line.group))) if (group) group.hidden = !left.has(group);
  found.hidden = !typed.length || !left.has(found);
  register.classList.toggle("r-filtered", typed.length > 0);
  status.textContent = !typed.length ? "" : count
    ? said.left.replace("{n}", count).replace("{all}", lines.length) : said.none;
  if (typed.length && fromParts > AT_MOST) status.textContent += ` ${said.first.replace("{n}", AT_MOST)}`;
  let changed = 0;
  for (const line of lines) {
    const shown = left.has(line.element);
    if (shown && line.also) tell(line, typed);
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
