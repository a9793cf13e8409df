// What a link leads to, shown at it: title, summary and first words of the page itself, on hover and on focus by keyboard.
import { make, putAt, squeeze } from "./kit.js";

const DELAY = 300;
const PAGES = ["documents", "people", "organisations", "places", "events", "topics", "publishers", "kinds", "collections"];
const home = new URL("..", import.meta.url);
const frame = document.querySelector(".md-content");

const hasPreview = (link) => {
  if (link.origin !== home.origin || !link.pathname.startsWith(home.pathname)) return false;
  if (link.pathname === location.pathname || !link.pathname.endsWith("/")) return false;
  const [folder, id] = link.pathname.slice(home.pathname.length).split("/");
  return PAGES.includes(folder) && !!id;
};

const pages = new Map();
const fetched = (address) => {
  if (!pages.has(address)) {
    const answer = fetch(address).then((found) => (found.ok ? found.text() : Promise.reject(found.status)));
    const parsed = answer.then((html) => new DOMParser().parseFromString(html, "text/html"));
    parsed.catch(() => pages.delete(address));
    pages.set(address, parsed);
  }
  return pages.get(address);
};

const LENGTH = 240;
const words = (element) => {
  const said = squeeze(element?.textContent ?? "");
  return said.length > LENGTH ? `${said.slice(0, LENGTH).replace(/\s\S*$/, "")} …` : said;
};
const firstWords = (page, anchor) => {
  const cited = anchor && page.getElementById(anchor)?.closest(".r-p");
  return cited || page.querySelector(".r-text .r-p:not(.r-heading), .r-text .r-p");
};

// The summary of the page; a section may have one of its own.
const leadOf = (page) => {
  const [lead, section] = [page.querySelector(".r-summary, .r-lead"), page.querySelector(".md-content h2")];
  return lead && section?.compareDocumentPosition(lead) & Node.DOCUMENT_POSITION_FOLLOWING ? null : lead;
};

// The same without what the reader hides.
const confirmed = (lead) => {
  if (!lead || !document.documentElement.classList.contains("r-confirmed")) return lead;
  const left = lead.cloneNode(true);
  for (const one of left.querySelectorAll(".r-inferred")) one.remove();
  return left;
};

const card = make("div", { class: "r-preview", id: "r-preview", role: "tooltip" });
const fillCard = (page, link, title) => {
  const from = firstWords(page, decodeURIComponent(link.hash.slice(1)));
  const lang = (from?.closest("[lang]") ?? page.documentElement).lang;
  const name = words(page.querySelector("h1"));
  card.replaceChildren(make("p", { class: "r-preview-title" }, name));
  const summary = words(confirmed(leadOf(page)));
  const listed = from ? "" : words(page.getElementById("documents")); // of an entity: how many documents there are
  for (const line of [summary, listed]) if (line) card.append(make("p", { class: "r-summary" }, line));
  if (from) card.append(make("p", { class: "r-preview-words", lang, dir: "auto" }, words(from)));
  const why = title.replace(name, () => "").trim().replace(/^\((.*)\)$/, "$1").replace(/[:\s]+$/, "");
  if (why) card.append(make("p", { class: "r-preview-why" }, why));
};

let shown = null;
let timer;
const close = () => {
  clearTimeout(timer);
  if (!shown) return;
  if (shown.title) shown.link.title = shown.title;
  shown.link.removeAttribute("aria-describedby");
  card.remove();
  shown = null;
};

const open = async (link, at) => {
  const page = await fetched(link.href.split("#")[0]).catch(() => null);
  if (!page?.querySelector("h1") || wanted !== link || !link.isConnected) return;
  close();
  shown = { link, title: link.title };
  fillCard(page, link, link.title);
  link.removeAttribute("title"); // else the browser shows it over the card
  link.setAttribute("aria-describedby", card.id);
  frame.append(card);
  // A link that is broken over lines has a box for each: the one that the pointer is in.
  const boxes = [...link.getClientRects()];
  putAt(card, boxes.find((box) => at && at.y >= box.top && at.y <= box.bottom) ?? boxes[0]);
};

let wanted = null;
const linkAt = (target) => {
  const link = target.closest?.(".md-content a[href]");
  return link && !card.contains(link) && hasPreview(link) ? link : null;
};
const want = (link, at) => {
  wanted = link;
  clearTimeout(timer);
  timer = setTimeout(() => open(link, at), DELAY);
};
const leave = () => {
  wanted = null;
  clearTimeout(timer);
  timer = setTimeout(close, DELAY);
};

if (frame) {
  document.addEventListener("pointerover", ({ target, pointerType, clientX: x, clientY: y }) => {
    if (pointerType === "touch") return;
    const link = linkAt(target);
    if (card.contains(target) || (link && link === shown?.link)) {
      wanted = shown?.link ?? link;
      clearTimeout(timer);
    } else if (link) {
      if (link !== wanted) want(link, { x, y });
    } else if (wanted && !wanted.matches(":focus-visible")) leave();
  });
  document.addEventListener("focusin", ({ target }) => {
    const link = linkAt(target);
    if (link?.matches(":focus-visible")) want(link);
    else if (wanted) leave();
  });
  document.addEventListener("focusout", () => wanted && leave());
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    wanted = null;
    close();
  });
  addEventListener("pagehide", close);
  document.addEventListener("r-marks", close);
}
