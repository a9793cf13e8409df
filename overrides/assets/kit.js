// What the reading tools share: elements, what is remembered, what is said aloud, the clipboard.
import { words } from "./words.js";

export { words };

export const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// The same with properties instead of attributes.
export const built = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

export const squeeze = (text) => text.replace(/\s+/g, " ").trim();

export const button = (label, act, attributes = {}) => {
  const made = make("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", act);
  return made;
};

// Each `{name}` once: what is filled in is not looked at again.
export const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

// Where the browser keeps nothing, it is remembered for as long as the page lasts.
const here = new Map();
export const keep = (name, value) => {
  here.set(name, String(value));
  try {
    localStorage.setItem(name, value);
  } catch {}
};
export const recall = (name) => {
  try {
    return localStorage.getItem(name) ?? here.get(name);
  } catch {
    return here.get(name);
  }
};

const said = make("p", { class: "r-said", role: "status" });
document.body.append(said);
let quiet;
export const say = (text) => {
  clearTimeout(quiet);
  said.textContent = text;
  quiet = setTimeout(() => said.replaceChildren(), 6000);
};

// The old way needs a selection and the focus, and gives both back.
const copyByHand = (text) => {
  const focus = document.activeElement;
  const selection = getSelection();
  const range = selection.rangeCount && selection.getRangeAt(0);
  const area = make("textarea", { class: "r-offscreen", "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (range) {
    selection.removeAllRanges();
    selection.addRange(range);
  }
  focus?.focus({ preventScroll: true });
  return done;
};

export const copy = async (text, done) => {
  const asked = navigator.clipboard?.writeText(text).then(() => true, () => false);
  if ((await asked) || copyByHand(text)) say(done);
  else prompt(words.notCopied, text);
};

// On which sides of a box of the window an element finds room.
const roomAt = (element, { top, bottom }) => {
  const height = element.offsetHeight + 8;
  return { above: top > height, below: bottom + height <= document.documentElement.clientHeight };
};
export const hasRoom = (element, box) => Object.values(roomAt(element, box)).some(Boolean);
// Below a box of the window, above it where there is room only there, within the width of the page; it scrolls along.
// What must not cover the words of its box stands above them, and below only where there is room there alone.
export const putAt = (element, { left, top, bottom }, { rather = "below" } = {}) => {
  const frame = element.offsetParent.getBoundingClientRect();
  const furthest = document.documentElement.clientWidth - element.offsetWidth - 8;
  const height = element.offsetHeight + 8;
  const room = roomAt(element, { top, bottom });
  const other = rather === "below" ? "above" : "below";
  const side = !room[rather] && room[other] ? other : rather;
  element.style.left = `${Math.max(8, Math.min(left, furthest)) - frame.left}px`;
  element.style.top = `${(side === "above" ? top - height : bottom) - frame.top}px`;
};
