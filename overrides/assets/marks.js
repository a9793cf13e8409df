// Two switches: one hides all marks in the text, one all that the machine inferred and nobody confirmed.
//
// The style sheet hides, by the classes `r-no-marks` and `r-confirmed` of the page: whatever bears `r-inferred`, an entry
// that names no reason but inferred ones (`.r-why`), an entry whose document bears it (`.r-doc`). Here the links without
// a mark cease to be links, and a list of which entries are hidden says how many are left.
import { button, fill, keep, make, recall, words } from "./kit.js";

const root = document.documentElement;
const text = document.querySelector(".r-text");
const MARKS = ".r-text a:is(.r-people, .r-organisations, .r-places, .r-events, .r-topics, .r-ref, .r-from)";
const INFERRED = ".md-content .r-inferred:not(.r-legend *)";

export const marksHidden = () => root.classList.contains("r-no-marks");
export const confirmedOnly = () => root.classList.contains("r-confirmed");

// What a hidden mark loses: it is no link, and nothing says whom it means.
const lost = new Map();
const ATTRIBUTES = ["href", "title"];
const unmark = (element) => {
  lost.set(element, ATTRIBUTES.map((name) => [name, element.getAttribute(name)]));
  for (const name of ATTRIBUTES) element.removeAttribute(name);
};
const remark = (element) => {
  for (const [name, value] of lost.get(element)) if (value !== null) element.setAttribute(name, value);
  lost.delete(element);
};
const drawMarks = () => {
  for (const link of document.querySelectorAll(MARKS)) {
    const hide = marksHidden() || (confirmedOnly() && link.classList.contains("r-inferred"));
    if (hide === lost.has(link)) continue;
    for (const one of [link, ...link.querySelectorAll("abbr")]) (hide ? unmark : remark)(one);
  }
};

const isHidden = (element) => getComputedStyle(element).display === "none";
const entryOf = (element) => element.closest("li, dd, tr");
const isDocument = (entry) => entry.querySelector(":scope > .r-doc, :scope > td > .r-doc, :scope > p > .r-doc");
// The card of a document stands for its copies too.
const weight = (entries) => entries.reduce((sum, entry) => sum + 1 + entry.querySelectorAll(".r-copies a").length, 0);
const shownOf = (all, left) =>
  all.every(isDocument)
    ? fill(words.documentsShown, { n: weight(left), all: weight(all) })
    : fill(words.shown, { n: left.length, all: all.length });

// A list of which a part is hidden says how much is left, one of which all is hidden says that.
const drawLists = () => {
  for (const note of document.querySelectorAll(".r-all-hidden, .r-left")) note.remove();
  if (!confirmedOnly()) return;
  const entries = [...document.querySelectorAll(INFERRED)].map(entryOf).filter(Boolean);
  for (const list of new Set(entries.map((entry) => entry.parentElement))) {
    const all = [...list.children];
    const left = all.filter((entry) => !isHidden(entry));
    const whole = list.tagName === "TBODY" ? (list.closest(".r-frame") ?? list.closest("table")) : list;
    if (!left.length) whole.after(make("p", { class: "r-all-hidden" }, words.allHidden));
    else if (left.length < all.length && !list.matches("dl, .r-named *, .r-key, .r-legend")) {
      whole.before(make("p", { class: "r-left" }, shownOf(all, left)));
    }
  }
};

const count = make("span", { role: "status" });
const hidden = () => new Set([...document.querySelectorAll(INFERRED)].map((element) => entryIfHidden(element))).size;
const entryIfHidden = (element) => {
  const entry = entryOf(element);
  return entry && isHidden(entry) ? entry : element;
};

const toggle = (name) => () => {
  keep(name, !root.classList.contains(name));
  draw();
};
const switches = {
  "r-no-marks": button(words.noMarks, toggle("r-no-marks")),
  "r-confirmed": button(words.confirmed, toggle("r-confirmed")),
};
const bar = make("div", { class: "r-switches", role: "group", "aria-label": words.switches });
bar.append(...Object.values(switches), count);

export const draw = () => {
  for (const [name, one] of Object.entries(switches)) {
    root.classList.toggle(name, recall(name) === "true");
    one.setAttribute("aria-pressed", root.classList.contains(name));
  }
  const inferred = document.querySelector(INFERRED);
  switches["r-no-marks"].hidden = !document.querySelector(MARKS);
  switches["r-confirmed"].hidden = !inferred;
  bar.hidden = switches["r-no-marks"].hidden && !inferred;
  drawMarks();
  drawLists();
  count.textContent = inferred && confirmedOnly() ? fill(words.hidden, { n: hidden() }) : "";
  document.dispatchEvent(new Event("r-marks"));
};

// Where the page keeps a place for them, else before the text, or before the first list of a page without one.
const place = () => {
  const kept = document.querySelector(".r-switches");
  if (kept) return kept.replaceWith(bar);
  const before = text?.closest(".r-reading") ?? text ?? document.querySelector(".md-content__inner h2, .md-content__inner svg");
  if (before) before.before(bar);
};
place();
draw();
// Other windows, and pages to which the reader goes back, show the same.
addEventListener("storage", draw);
addEventListener("pageshow", ({ persisted }) => persisted && draw());
