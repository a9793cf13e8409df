// At selected words of the text a small toolbar: link to these very words, quotation, citation.
import { button, copy, hasRoom, make, putAt, words } from "./kit.js";
import { citation, ofSelection, quotation } from "./passage.js";

const frame = document.querySelector(".md-content");
const bar = make("div", { class: "r-tools r-toolbar", role: "toolbar", "aria-label": words.selected });
let passage = null;

const tools = [
  button(words.copyLink, () => copy(passage.link, words.linkCopied)),
  button(words.copyQuotation, () => copy(quotation(passage), words.quotationCopied)),
  button(words.copyCitation, () => copy(citation(passage), words.citationCopied)),
];
bar.append(...tools);
bar.addEventListener("pointerdown", (event) => event.preventDefault()); // else a press undoes the selection

const draw = () => {
  if (bar.contains(document.activeElement)) return;
  const selection = getSelection();
  passage = ofSelection(selection);
  if (!passage) return bar.remove();
  frame.append(bar);
  const range = selection.getRangeAt(0);
  const end = [...range.getClientRects()].at(-1);
  const { top, bottom } = range.getBoundingClientRect();
  const whole = { left: end.left, top, bottom };
  putAt(bar, hasRoom(bar, whole) ? whole : end); // where more is selected than the window shows, at its end
};

let pressed = false;
let timer;
const soon = () => {
  clearTimeout(timer);
  if (!pressed) timer = setTimeout(draw, 200);
};
if (document.querySelector(".r-text")) {
  document.addEventListener("selectionchange", soon);
  document.addEventListener("pointerdown", () => (pressed = true));
  for (const name of ["pointerup", "pointercancel"]) {
    document.addEventListener(name, () => {
      pressed = false;
      soon();
    });
  }
  // The toolbar stands at the end of the page: Tab leads from selected words to it, and Escape back.
  document.addEventListener("keydown", (event) => {
    const inBar = bar.contains(document.activeElement);
    if (event.key === "Escape" && bar.isConnected) {
      document.activeElement?.blur?.();
      bar.remove();
    } else if (event.key === "Tab" && !event.shiftKey && bar.isConnected && !inBar) {
      event.preventDefault();
      tools[0].focus({ preventScroll: true });
    }
  });
}
