// How to cite: one style at a time, remembered; a button to copy each citation, and the files for reference managers.
import { button, copy, fill, keep, make, recall, say, words } from "./kit.js";
import { printed, setDay } from "./passage.js";

const citations = [...document.querySelectorAll(".r-citation")];
const parts = (citation) => {
  const definition = citation.closest("dd");
  return definition ? [definition.previousElementSibling, definition] : [citation];
};
const nameOf = (citation) => {
  const [name, definition] = parts(citation);
  return definition ? printed(name) : (citation.dataset.style ?? words.citation);
};

setDay(document);
const copier = (what, text) =>
  button(words.copy, async () => {
    const said = await text().catch(() => null);
    if (said === null) say(words.notFetched);
    else await copy(said, fill(words.copied, { what }));
  }, { class: "r-copy", "aria-label": fill(words.copyOf, { what }) });

for (const citation of citations) {
  citation.append(" ", copier(nameOf(citation), async () => printed(citation)));
}

const FILES = ["cite.bib", "cite.ris"];
for (const link of document.querySelectorAll(FILES.map((name) => `a[href$="${name}"]`).join())) {
  const load = () => fetch(link.href).then((found) => (found.ok ? found.text() : Promise.reject(found.status)));
  link.after(" ", copier(printed(link), load));
}

const styled = citations.filter((citation) => citation.dataset.style);
if (styled.length > 1) {
  const options = styled.map((one) => make("option", { value: one.dataset.style }, nameOf(one)));
  const choice = make("select", {}, ...options);
  const list = styled[0].closest("dl") ?? styled[0].parentElement;
  list.classList.add("r-of-choice"); // so that paper too shows the style that was chosen, not the first
  const show = () => {
    for (const one of styled) {
      for (const part of parts(one)) part.classList.toggle("r-other-style", one.dataset.style !== choice.value);
    }
  };
  const kept = recall("r-style");
  if (options.some(({ value }) => value === kept)) choice.value = kept;
  choice.addEventListener("change", () => {
    keep("r-style", choice.value);
    show();
  });
  const chooser = make("p", { class: "r-style" }, make("label", {}, `${words.style} `, choice));
  list.before(chooser);
  show();
}
