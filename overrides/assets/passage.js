// What is cited: a paragraph or selected words, as link, quotation, citation and report. Nothing here touches the page.
import { fill, recall, squeeze, words } from "./kit.js";

const address = (document.querySelector("link[rel=canonical]")?.href ?? location.href).split("#")[0];

// The words without our signs among them; lines that the source breaks stay broken.
const OURS = ".r-n, .r-from, .r-quoted, .r-recurring";
const LINE = "\u0001";
const wordsOf = (part, asTable) => {
  for (const sign of part.querySelectorAll(OURS)) sign.remove();
  if (asTable) return part.textContent.trim();
  for (const end of part.querySelectorAll("br")) end.replaceWith(LINE);
  return part.textContent.replace(/\s+/g, " ").replaceAll(new RegExp(` ?${LINE} ?`, "g"), "\n").trim();
};

const numberOf = (paragraph) => paragraph.querySelector(".r-n").dataset.n;

export const ofParagraph = (paragraph) => {
  const part = document.createRange();
  part.selectNodeContents(paragraph);
  const said = wordsOf(part.cloneContents(), paragraph.matches(".r-table"));
  return { n: numberOf(paragraph), anchor: paragraph.id, words: said, link: `${address}#${paragraph.id}` };
};

const within = (range, paragraph) => {
  const part = range.cloneRange();
  if (!paragraph.contains(part.startContainer)) part.setStart(paragraph, 0);
  if (!paragraph.contains(part.endContainer)) part.setEnd(paragraph, paragraph.childNodes.length);
  return part;
};

// A text fragment finds whole words only: what the selection has cut off is added.
const rest = (paragraph, range, before) => {
  const part = document.createRange();
  part.selectNodeContents(paragraph);
  if (before) part.setEnd(range.startContainer, range.startOffset);
  else part.setStart(range.endContainer, range.endOffset);
  return part.toString().match(before ? /[\p{L}\p{M}\p{N}]+$/u : /^[\p{L}\p{M}\p{N}]+/u)?.[0] ?? "";
};
const encoded = (some) => encodeURIComponent(some.join(" ")).replaceAll("-", "%2D");
const FEW = 5;
const fragment = (said) => {
  const all = said.split(/\s+/);
  if (all.length <= 2 * FEW && !said.includes("\n")) return encoded(all);
  const [first, last] = [said.split("\n")[0].split(/\s+/), said.split("\n").at(-1).split(/\s+/)];
  return `${encoded(first.slice(0, FEW))},${encoded(last.slice(-FEW))}`;
};

export const ofSelection = (selection) => {
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const parts = [...document.querySelectorAll(".r-text .r-p[id]")]
    .filter((paragraph) => range.intersectsNode(paragraph))
    .map((paragraph) => [paragraph, within(range, paragraph)])
    .map(([paragraph, part]) => [paragraph, part, wordsOf(part.cloneContents(), paragraph.matches(".r-table"))])
    .filter(([, , said]) => said);
  if (!parts.length) return null;
  const [first, start] = parts[0];
  const [last, end] = parts.at(-1);
  const said = parts.map(([, , some]) => some).join("\n");
  const whole = rest(first, start, true) + said + rest(last, end, false);
  const n = first === last ? numberOf(first) : `${numberOf(first)}–${numberOf(last)}`;
  return { n, anchor: first.id, words: said, link: `${address}#${first.id}:~:text=${fragment(whole)}` };
};

// In the style chosen last; the first that the page prints where none was chosen, or this page has it not.
const inStyle = (selector) =>
  document.querySelector(`${selector}[data-style="${CSS.escape(recall("r-style") ?? "")}"]`) ?? document.querySelector(selector);

// Some styles say when somebody read it, which a page that lasts does not know: the day of the reader.
export const setDay = (part) => {
  const day = new Date().toLocaleDateString("ru", { day: "2-digit", month: "2-digit", year: "numeric" });
  for (const accessed of part.querySelectorAll(".r-accessed")) accessed.textContent = day;
};

// A citation as the page prints it, without the buttons that a script has put there.
export const printed = (element) => {
  const part = (element.content ?? element).cloneNode(true);
  for (const one of part.querySelectorAll("button")) one.remove();
  setDay(part);
  return squeeze(part.textContent);
};
const QUOTE = /[“„«‘"]?\{quote\}[”“»’"]?\s*/u;
const filled = (form, { n, words: quote, anchor }) => fill(form, { n, quote, address: `${address}#${anchor}` }).replaceAll("\uE000", "{");
const made = ({ n, anchor }) => {
  const whole = printed(inStyle(".r-citation") ?? document.querySelector("h1"));
  const at = `¶ ${n}, ${address}#${anchor}`;
  return whole.includes(address) ? whole.replace(address, () => at) : `${whole.replace(/\.$/, "")}, ${at}.`;
};
const form = () => {
  const template = inStyle("template.r-cite-paragraph");
  return template && printed(template);
};

export const citation = (passage) => (form() ? filled(form().replace(QUOTE, ""), passage) : made(passage));
export const quotation = (passage) =>
  QUOTE.test(form() ?? "")
    ? filled(form(), passage)
    : `${fill(words.quoted, { words: passage.words })}\n${citation(passage)}`;

// The links of the whole document, as the page prints them (`generator/render/reporting.py` has the contract). What asks
// for protection stays as it is: it says nothing of the paragraph.
const LONGEST = 500;
const clipped = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
export const reports = ({ anchor, words: said }) =>
  [...document.querySelectorAll(".r-report a")].map(({ href, dataset: { report } }) => ({
    way: report,
    href: report === "correct" ? detailed(href, anchor, clipped(said)) : href,
  }));
const detailed = (href, anchor, quote) => {
  if (!href.startsWith("mailto:")) {
    const url = new URL(href);
    url.searchParams.set("anchor", anchor);
    url.searchParams.set("quote", quote);
    return url.href;
  }
  const more = `${address}#${anchor}\n\n${fill(words.quoted, { words: quote })}\n\n`;
  return href.replace(/(?<=[?&]body=)[^&#]*/, (body) => body + encodeURIComponent(more));
};
