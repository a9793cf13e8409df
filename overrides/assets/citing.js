// How to cite: one style at a time, remembered; a button to copy each citation, and the files for reference managers.
import { button, copy, fill, keep, make, recall, say, words } from "./kit.js";

const citations = [...document.querySelectorAll(".r-citation")];
const nameOf = (citation) => citation.dataset.name ?? citation.dataset.style ?? "";

const copier = (what, text) =>
  button(words.copy, async () => {
    const said = await text().catch(() => null);
    if (said === null) say(words.notFetched);
    else await copy(said, fill(words.copied, { what }));
  }, { class: "r-copy", "aria-label": fill(words.copyOf, { what }) });

const words_of = (element) => element.textContent.replace(/\s+/g, " ").trim();
for (const citation of citations) {
  const text = words_of(citation);
  citation.append(" ", copier(nameOf(citation) || words.copyCitation, async () => text));
}

const FILES = ["cite.bib", "cite.ris"];
for (const link of document.querySelectorAll(FILES.map((name) => `a[href$="${name}"]`).join())) {
  const load = () => fetch(link.href).then((found) => (found.ok ? found.text() : Promise.reject(found.status)));
  link.after(" ", copier(words_of(link), load));
}

const styled = citations.filter((citation) => citation.dataset.style);
if (styled.length > 1) {
  const options = styled.map((one) => make("option", { value: one.dataset.style }, nameOf(one)));
  const choice = make("select", {}, ...options);
  const show = () => styled.forEach((one) => (one.hidden = one.dataset.style !== choice.value));
  const kept = recall("r-style");
  if (options.some(({ value }) => value === kept)) choice.value = kept;
  choice.addEventListener("change", () => {
    keep("r-style", choice.value);
    show();
  });
  styled[0].before(make("p", { class: "r-style" }, make("label", {}, `${words.style} `, choice)));
  show();
}
