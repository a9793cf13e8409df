// The search page: words and filters, answered by Pagefind's index; the address holds both.
import { built as make, fill, words } from "./kit.js";

const LABELS = {
  person: words.person, organisation: words.organisation, place: words.place, event: words.event, topic: words.topic,
  publisher: words.publisher, kind: words.kind, year: words.year,
};
const PAGE = 10;

const box = document.getElementById("r-search");
const input = make("input", { type: "search", autocomplete: "off", placeholder: words.wordsInDocuments });
input.setAttribute("aria-label", words.search);
const status = make("p", { className: "r-status" });
status.setAttribute("role", "status");
const results = make("div");
const more = make("button", { type: "button", hidden: true, className: "md-button", textContent: words.more });
const facets = make("form");
const narrow = make("details", { open: innerWidth > 704, className: "r-facets" }, make("summary", { textContent: words.narrow }), facets);
box.className = "r-search";
box.append(input, make("div", { className: "r-columns" }, make("div", {}, status, results, more), narrow));

const pagefind = await import(new URL("../pagefind/pagefind.js", import.meta.url)).catch((fault) => {
  status.textContent = words.noIndex;
  throw fault;
});
await pagefind.init();

const chosen = () => {
  const filters = {};
  for (const tick of facets.querySelectorAll("input:checked")) (filters[tick.name] ??= []).push(tick.value);
  return filters;
};

// Of one facet any value will do; the facets together must all fit.
const anyOf = (filters) => Object.fromEntries(Object.entries(filters).map(([name, any]) => [name, { any }]));

const remember = () => {
  const query = new URLSearchParams();
  if (input.value) query.set("q", input.value);
  for (const [name, values] of Object.entries(chosen())) for (const value of values) query.append(name, value);
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
};

const drawFacets = (counts, ticked) => {
  const groups = Object.keys(LABELS).filter((name) => counts[name]).map((name) => {
    const values = Object.entries(counts[name]).filter(([value, n]) => n || ticked[name]?.includes(value));
    values.sort(([a, m], [b, n]) => (name === "year" ? b.localeCompare(a) : n - m || a.localeCompare(b)));
    const rows = values.map(([value, n]) => {
      const tick = make("input", { type: "checkbox", name, value, checked: !!ticked[name]?.includes(value) });
      return make("label", {}, tick, ` ${value} (${n})`);
    });
    return make("fieldset", {}, make("legend", { textContent: LABELS[name] }), ...rows);
  });
  const { name, value } = facets.contains(document.activeElement) ? document.activeElement : {};
  facets.replaceChildren(...groups);
  if (name) [...facets.elements].find((tick) => tick.name === name && tick.value === value)?.focus();
};

const excerpt = (html) => {
  // Pagefind escapes the text and adds <mark> alone; still, only that is taken over.
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const parts = [...parsed.body.childNodes].map((node) =>
    node.nodeName === "MARK" ? make("mark", { textContent: node.textContent }) : node.textContent);
  return make("div", {}, ...parts);
};

// Copies and versions of one text are one card: headed by the first document, with links to the others that were found.
let cards = new Map();
const lead = (family) => new URL(`../documents/${family}/`, import.meta.url).pathname;
const put = (data) => {
  const { title, facts, family, first, first_facts: firstFacts } = data.meta;
  const isFirst = !family || new URL(data.url, location).pathname === lead(family);
  let card = family && cards.get(family);
  const known = !!card;
  if (!known) {
    card = { others: [], first: false, excerpt: excerpt(data.excerpt), line: make("small", { className: "r-copies" }) };
    const head = make("a", { href: isFirst ? data.url : lead(family), textContent: isFirst ? title : first });
    const said = make("small", { className: "r-meta", textContent: (isFirst ? facts : firstFacts) ?? "" });
    results.append(make("article", { className: "r-result" }, head, said, card.excerpt, card.line));
    if (family) cards.set(family, card);
  }
  if (isFirst) {
    const own = excerpt(data.excerpt);
    card.excerpt.replaceWith(own);
    Object.assign(card, { excerpt: own, first: true });
  } else card.others.push(make("a", { href: data.url, title, textContent: facts || title }));
  if (card.others.length) {
    const parts = card.others.flatMap((link, n) => (n ? ["; ", link] : [link]));
    card.line.replaceChildren(card.first ? `+ ${fill(words.sameText, { n: card.others.length })} ` : `${words.foundIn} `, ...parts);
  }
  return known ? 0 : 1;
};

const draw = async (found, from, mine) => {
  let drawn = 0;
  while (drawn < PAGE && from < found.length) {
    const some = await Promise.all(found.slice(from, from + PAGE).map((result) => result.data()));
    if (mine !== turn) return;
    for (const data of some) drawn += put(data);
    from += PAGE;
  }
  more.hidden = from >= found.length;
  more.onclick = () => draw(found, from, mine);
};

let turn = 0;
const search = async () => {
  const mine = ++turn;
  const filters = chosen();
  remember();
  const sort = input.value ? undefined : { date: "desc" };
  const answer = await pagefind.search(input.value || null, { filters: anyOf(filters), sort });
  if (mine !== turn) return;
  const counts = { ...answer.filters };
  for (const name of Object.keys(filters)) counts[name] = (input.value ? answer.totalFilters : all)[name];
  drawFacets(counts, filters);
  results.replaceChildren();
  cards = new Map();
  const n = answer.results.length;
  status.textContent = n ? fill(words.found, { n }) : words.notFound;
  await draw(answer.results, 0, mine);
};

const asked = new URLSearchParams(location.search);
input.value = asked.get("q") ?? "";
const ticked = {};
for (const name of Object.keys(LABELS)) if (asked.has(name)) ticked[name] = asked.getAll(name);
const all = await pagefind.filters();
drawFacets(all, ticked);
input.addEventListener("input", search);
facets.addEventListener("change", search);
facets.addEventListener("submit", (event) => event.preventDefault());
await search();
box.dataset.ready = "true";
input.focus();
