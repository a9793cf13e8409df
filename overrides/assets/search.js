// The search page: a field, facets and years, results by the passage; the address holds the query and what narrows it.
import { built as make, fill, say, words } from "./kit.js";
import { confirmedOnly } from "./marks.js";
import { begin, facet, find, fragment, held, numbering, parsed, total } from "./finding.js";
import { asksOf, passages } from "./passages.js";
import { exporters } from "./results.js";
import { yearFields } from "./year-fields.js";

const FACETS = ["person", "organisation", "place", "event", "topic", "publisher", "kind", "collection", "language", "year"];
const PAGE = 10;
const FIRST = 3;
const SHOWN = 8;
const MOST_SHOWN = 300;
const WAIT = 150;
const LONGEST = 10000;

const box = document.getElementById("r-search");
const site = new URL("../", location);
const input = make("input", { type: "search", id: "r-query", autocomplete: "off", spellcheck: false, placeholder: words.wordsInDocuments, maxLength: LONGEST });
input.setAttribute("aria-label", words.search);
input.setAttribute("enterkeyhint", "search");
const order = make("select", {}, ...["relevance", "newest", "oldest"].map((name) => make("option", { value: name, textContent: words[name] })));
const status = make("p", { className: "r-status" });
status.setAttribute("role", "status");
const hint = make("div", { className: "r-hint" });
const results = make("div", { className: "r-results" });
const more = make("button", { type: "button", hidden: true, className: "md-button", textContent: words.more });
const facets = make("form");
const narrow = make("details", { open: innerWidth > 704, className: "r-facets" }, make("summary", { textContent: words.narrow }));
const files = make("p", { className: "r-files", hidden: true });
box.className = "r-search";
box.append(
  input,
  make("div", { className: "r-columns" },
    make("div", {}, make("div", { className: "r-bar" }, status, make("label", {}, `${words.order} `, order)), hint, results, more, files),
    narrow),
);

// --- What narrows the search ---------------------------------------------------------------------------------------

const chosen = new Map();
const open = new Set();
const years = yearFields(() => search());
narrow.append(years.element, facets);

const readAddress = () => {
  const query = new URLSearchParams(location.search);
  input.value = (query.get("q") ?? "").slice(0, LONGEST);
  order.value = ["newest", "oldest"].includes(query.get("sort")) ? query.get("sort") : "relevance";
  chosen.clear();
  for (const name of FACETS) if (query.has(name)) chosen.set(name, new Set(query.getAll(name)));
  years.set(query.get("from"), query.get("to"));
};

const writeAddress = () => {
  const query = new URLSearchParams();
  if (input.value) query.set("q", input.value);
  for (const [name, values] of chosen) for (const value of values) query.append(name, value);
  for (const [name, year] of Object.entries(years.range())) if (year !== null) query.set(name, year);
  if (order.value !== "relevance") query.set("sort", order.value);
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
};

// In the address a value stands by its id; by its name it is understood too.
const settle = async () => {
  for (const [name, values] of chosen) {
    const known = await facet(name);
    for (const value of [...values]) {
      if (known.has(value)) continue;
      const same = [...known.values()].find(({ label }) => label === value);
      if (same) values.delete(value), values.add(same.id);
    }
  }
};

// For each facet that is used, the numbers of the documents that it leaves.
const filters = async () => {
  const left = new Map();
  for (const [name, ids] of chosen) {
    const known = await facet(name);
    left.set(name, new Set([...ids].flatMap((id) => (known.has(id) ? held(known.get(id), confirmedOnly()) : []))));
  }
  const { from, to } = years.range();
  if (from !== null || to !== null) {
    const known = [...(await facet("year")).values()].filter(({ id }) => Number(id) >= (from ?? -Infinity) && Number(id) <= (to ?? Infinity));
    left.set("years", new Set(known.flatMap((value) => held(value, confirmedOnly()))));
  }
  return left;
};
const passing = (numbers, left, but) => {
  const sets = [...left].filter(([name]) => name !== but).map(([, set]) => set);
  return sets.length ? numbers.filter((number) => sets.every((set) => set.has(number))) : numbers;
};

const drawFacet = (name, known, counts) => {
  const ticked = chosen.get(name) ?? new Set();
  const rows = [...known.values()].map((value) => [value, counts(value)]).filter(([{ id }, n]) => n || ticked.has(id));
  if (!rows.length) return null;
  rows.sort(([a, m], [b, n]) => ticked.has(b.id) - ticked.has(a.id)
    || (name === "year" ? b.id.localeCompare(a.id) : n - m || a.label.localeCompare(b.label)));
  const shown = rows.slice(0, open.has(name) ? MOST_SHOWN : Math.max(SHOWN, ticked.size));
  const lines = shown.map(([{ id, label }, n]) => {
    const tick = make("input", { type: "checkbox", name, value: id, checked: ticked.has(id) });
    return make("label", {}, tick, ` ${name === "year" && id === "undated" ? words.undated : label} `, make("small", { textContent: `(${n})` }));
  });
  const group = make("fieldset", {}, make("legend", { textContent: words[name] }), ...lines);
  if (rows.length > shown.length && !open.has(name)) {
    const all = make("button", { type: "button", className: "r-all", textContent: fill(words.allValues, { n: rows.length }) });
    all.addEventListener("click", () => {
      open.add(name);
      drawFacets().then(() => facets.querySelector(`input[name="${name}"]`)?.focus());
    });
    group.append(all);
  }
  return group;
};

let hits = { numbers: [], left: new Map() };
const drawFacets = async () => {
  const mine = turn;
  const { numbers, left } = hits;
  const groups = [];
  for (const name of FACETS) {
    const known = await facet(name);
    const within = new Set(passing(numbers, left, name));
    const counts = (value) => held(value, confirmedOnly()).reduce((sum, number) => sum + within.has(number), 0);
    groups.push(drawFacet(name, known, counts));
    if (name === "year") {
      const all = new Set(passing(numbers, left, "years"));
      const bars = [...known.values()].filter(({ id }) => /^\d/.test(id))
        .map((value) => [Number(value.id), held(value, confirmedOnly()).reduce((sum, number) => sum + all.has(number), 0)]);
      if (mine === turn) years.draw(bars);
    }
    if (mine !== turn) return;
  }
  const { name, value } = facets.contains(document.activeElement) ? document.activeElement : {};
  facets.replaceChildren(...groups.filter(Boolean));
  if (name) [...facets.elements].find((tick) => tick.name === name && tick.value === value)?.focus();
};

// --- Results -------------------------------------------------------------------------------------------------------

const address = (data) => new URL(data.url.replace(/^\//, ""), site);
const passageOf = (data, { anchor, parts: { parts, more: goesOn, less } }) => {
  const marked = [...new Set(parts.filter((part) => part.marked).map(({ text }) => text))];
  const to = address(data);
  if (anchor && marked.length) to.searchParams.set("find", marked.join(" "));
  if (anchor) to.hash = anchor;
  const text = parts.map((part) => (part.marked ? make("mark", { textContent: part.text }) : part.text));
  const element = anchor ? make("a", { href: to }) : make("span");
  element.append(less ? "… " : "", ...text, goesOn ? "…" : "");
  if (data.meta.lang) element.lang = data.meta.lang;
  element.dir = "auto";
  return make("p", { className: "r-passage" }, element);
};

// Copies and versions of one text are one card: headed by the first document, with links to the others that were found.
let cards = new Map();
const put = (data, asks, into) => {
  const { title, facts, family, first, first_facts: firstFacts, copies, lang } = data.meta;
  const lead = family && new URL(`documents/${family}/`, site);
  const isFirst = !family || address(data).pathname === lead.pathname;
  let card = family && cards.get(family);
  const known = !!card;
  if (!known) {
    card = { others: [], line: make("p", { className: "r-copies" }) };
    const texts = passages(data, asks, confirmedOnly()).map((one) => passageOf(data, one));
    const head = make("a", { href: isFirst ? address(data) : lead, textContent: isFirst ? title : first, dir: "auto" });
    if (lang) head.lang = lang;
    into.append(make("article", { className: "r-result" },
      make("h2", {}, head), make("p", { className: "r-meta", textContent: (isFirst ? facts : firstFacts) ?? "" }), ...texts, card.line));
    if (family) {
      cards.set(family, card);
      card.line.textContent = fill(words.copies, { n: copies });
    }
  }
  if (!isFirst) card.others.push(make("a", { href: address(data), title, textContent: facts || title }));
  if (card.others.length) {
    const parts = card.others.flatMap((link, n) => (n ? ["; ", link] : [link]));
    card.line.replaceChildren(`${fill(words.copies, { n: copies })} ${words.foundIn} `, ...parts);
  }
  return known ? 0 : 1;
};

const SEPARATOR = Symbol("some");
const draw = async (pages, from, asks, mine, before) => {
  let drawn = 0;
  let at = from;
  // The first ones are shown as soon as they are there.
  for (let first = true; drawn < PAGE && at < pages.length; first = false) {
    const some = pages.slice(at, at + (first ? FIRST : PAGE - drawn));
    const loaded = await Promise.all(some.map((page) => (page === SEPARATOR ? null : fragment(page))));
    if (mine !== turn) return;
    for (const data of loaded) {
      if (data) drawn += put(data, asks, results);
      else results.append(make("p", { className: "r-some", textContent: before }));
    }
    at += some.length;
  }
  more.hidden = at >= pages.length;
  more.onclick = async () => {
    const next = results.childElementCount;
    await draw(pages, at, asks, mine, before);
    results.children[next]?.querySelector("a")?.focus();
  };
};

const indexLinks = () => document.querySelector(".r-other-ways");
const nothing = (missing) => {
  const tips = [];
  for (const word of missing) tips.push(fill(words.nowhere, { word }));
  if (chosen.size || Object.values(years.range()).some((year) => year !== null)) tips.push(words.fewerFilters);
  tips.push(words.otherWords);
  return make("ul", {}, ...tips.map((tip) => make("li", { textContent: tip })));
};

let turn = 0;
export const search = async () => {
  const mine = ++turn;
  box.dataset.ready = "";
  const query = input.value.trim();
  writeAddress();
  await settle();
  const left = await filters();
  const byDate = order.value !== "relevance" || !query;
  const found = query ? await find(query, confirmedOnly()) : { all: null, some: [], missing: [] };
  const needsNumbers = left.size || byDate;
  const { numbers, pages } = needsNumbers ? await numbering() : {};
  if (mine !== turn) return;
  let { all, some } = found;
  all ??= [...pages.values()];
  if (left.size) {
    const kept = (list) => passing(list.map((page) => numbers.get(page)), left).map((number) => pages.get(number));
    hits = { left };
    [all, some] = [kept(all), kept(some)];
  } else hits = { left };
  const counted = all.length ? (found.all ?? null) : found.some;
  if (byDate) {
    const undated = new Set(((await facet("year")).get("undated")?.sure ?? []).concat((await facet("year")).get("undated")?.perhaps ?? []));
    const sign = order.value === "oldest" ? 1 : -1;
    const inTime = (list) => list.map((page) => numbers.get(page))
      .sort((a, b) => undated.has(a) - undated.has(b) || sign * (a - b)).map((number) => pages.get(number));
    [all, some] = [inTime(all), inTime(some)];
  }
  if (mine !== turn) return;
  const asks = asksOf(parsed(query));
  cards = new Map();
  results.replaceChildren();
  const withSome = fill(words.withSome, { n: some.length });
  status.textContent = all.length ? fill(words.found, { n: all.length }) : some.length ? words.notAll : words.notFound;
  hint.replaceChildren(...(all.length || some.length ? [] : [nothing(found.missing)]));
  if (found.missing.length && (all.length || some.length)) {
    hint.append(make("p", { textContent: found.missing.map((word) => fill(words.nowhere, { word })).join(" ") }));
  }
  const list = some.length ? [...all, SEPARATOR, ...some] : all;
  files.hidden = !list.length;
  exporters(files, list.filter((page) => page !== SEPARATOR), address);
  await draw(list, 0, asks, mine, withSome);
  if (mine !== turn) return;
  Object.assign(box.dataset, { count: all.length, ready: "true", turn: mine });
  // What follows loads after the first results.
  const { numbers: byPage, pages: byNumber } = await numbering();
  if (mine !== turn) return;
  hits.numbers = (counted ?? [...byNumber.values()]).map((page) => byPage.get(page));
  await drawFacets();
  if (mine === turn) box.dataset.facets = turn;
};

// --- What the reader does ------------------------------------------------------------------------------------------

let typing;
input.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(search, WAIT);
});
order.addEventListener("change", search);
facets.addEventListener("change", ({ target }) => {
  const ids = chosen.get(target.name) ?? new Set();
  if (target.checked) ids.add(target.value);
  else ids.delete(target.value);
  if (ids.size) chosen.set(target.name, ids);
  else chosen.delete(target.name);
  search();
});
facets.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("r-marks", () => turn && search());
addEventListener("popstate", () => {
  readAddress();
  search();
});
// Arrows walk through the results, Escape leads back to the field and then empties it.
document.addEventListener("keydown", (event) => {
  const heads = [...results.querySelectorAll("h2 a")];
  const at = heads.indexOf(document.activeElement);
  const inField = document.activeElement === input;
  if (event.key === "Enter" && inField) {
    clearTimeout(typing);
    search().then(() => say(status.textContent));
    event.preventDefault();
  } else if (event.key === "ArrowDown" && (inField || at >= 0)) {
    (heads[at + 1] ?? more).focus();
    event.preventDefault();
  } else if (event.key === "ArrowUp" && at >= 0) {
    (heads[at - 1] ?? input).focus();
    event.preventDefault();
  } else if (event.key === "Escape" && (inField || box.contains(document.activeElement))) {
    if (inField && input.value) {
      input.value = "";
      search();
    } else input.focus();
    event.preventDefault();
  }
});

readAddress();
input.focus({ preventScroll: true });
try {
  if (total) {
    await begin();
    await search();
  } else status.textContent = words.notFound;
} catch (fault) {
  status.textContent = words.noIndex;
  throw fault;
}
