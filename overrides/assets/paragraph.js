// At the number of each paragraph a menu: link, quotation, citation, report. Without scripts the number is a plain link.
import { button, copy, fill, make, putAt, words } from "./kit.js";
import { citation, ofParagraph, quotation, reports } from "./passage.js";

const frame = document.querySelector(".md-content");
const menu = make("div", { class: "r-tools", role: "menu" });
let opener = null;

const close = (back) => {
  if (!opener) return;
  opener.setAttribute("aria-expanded", "false");
  opener.closest(".r-p").classList.remove("r-chosen");
  if (back) opener.focus({ preventScroll: true });
  opener = null;
  menu.remove();
};

const ITEM = { role: "menuitem", tabindex: "-1" };
const act = (label, text, done) =>
  button(label, () => {
    close(true);
    copy(text, done);
  }, ITEM);
const items = (passage) => [
  act(words.copyLink, passage.link, words.linkCopied),
  act(words.copyQuotation, quotation(passage), words.quotationCopied),
  act(words.copyCitation, citation(passage), words.citationCopied),
  ...reports(passage).map(({ way, href }) => make("a", { ...ITEM, href, rel: "nofollow noreferrer" }, words[way])),
];

const open = (number) => {
  const paragraph = number.closest(".r-p");
  const again = opener === number;
  close(false);
  if (again) return;
  opener = number;
  number.setAttribute("aria-expanded", "true");
  paragraph.classList.add("r-chosen");
  history.replaceState(history.state, "", `#${paragraph.id}`);
  menu.setAttribute("aria-label", number.getAttribute("aria-label"));
  menu.replaceChildren(...items(ofParagraph(paragraph)));
  frame.append(menu);
  // Beside the whole paragraph, so that the words that are cited stay in sight.
  const { top, bottom } = paragraph.getBoundingClientRect();
  putAt(menu, { left: number.getBoundingClientRect().left, top, bottom }, { rather: "above" });
  menu.firstElementChild.focus({ preventScroll: true });
  menu.scrollIntoView({ block: "nearest" });
};

const STEPS = { ArrowDown: (n, all) => (n + 1) % all, ArrowUp: (n, all) => (n - 1 + all) % all, Home: () => 0, End: (n, all) => all - 1 };
menu.addEventListener("keydown", (event) => {
  const all = [...menu.children];
  const step = STEPS[event.key];
  if (step) all[step(all.indexOf(document.activeElement), all.length)].focus();
  if (event.key === "Escape" || event.key === "Tab") close(true);
  if (step || event.key === "Escape") event.preventDefault();
});
menu.addEventListener("click", ({ target }) => target.closest("a") && close(true));

for (const number of document.querySelectorAll(".r-text .r-p[id] > .r-n")) {
  const label = fill(document.querySelector(".r-report a") ? words.menu : words.menuPlain, { n: number.dataset.n });
  const said = { role: "button", "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": label };
  for (const [name, value] of Object.entries(said)) number.setAttribute(name, value);
  number.removeAttribute("title");
}
document.addEventListener("click", (event) => {
  const number = event.target.closest(".r-n[aria-haspopup]");
  if (!number) {
    if (!menu.contains(event.target)) close(false);
  } else if (!(event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    open(number);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches?.(".r-n[aria-haspopup]")) return;
  event.preventDefault();
  open(event.target);
});
