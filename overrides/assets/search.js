// The search page: a field, facets and years, results by the passage; the address holds the query and what narrows it.
import { facet, find, fragment, held, numbering, total } from "./finding.js";
import { built as make, fill, keep, say, words } from "./kit.js";
import { confirmedOnly, draw as drawSwitches } from "./marks.js";
import { asksOf, passages } from "./passages.js";
import { exporters, factsOf } from "./results.js";
import { yearFields } from "./year-fields.js";

const FACETS = ["person", "organisation", "place", "event", "topic", "publisher", "kind", "collection", "language", "year"];
const PAGE = 10;
const SHOWN = 8;
const MOST_SHOWN = 300;
const WAIT = 150;
const LONG = 60;
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
const sure = make("input", { type: "checkbox" });
const clear = make("button", { type: "button", className: "r-all", hidden: true, textContent: words.clearFilters });
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
const years = yearFields(() => search(true));
narrow.append(make("label", { className: "r-sure" }, sure, ` ${words.confirmed}`), clear, years.element, facets);

const readAddress = () => {
  const query = new URLSearchParams(location.search);
  input.value = (query.get("q") ?? "").slice(0, LONGEST);
  order.value = ["newest", "oldest"].includes(query.get("sort")) ? query.get("sort") : "relevance";
  chosen.clear();
  for (const name of FACETS) if (query.has(name)) chosen.set(name, new Set(query.getAll(name)));
  years.set(query.get("from"), query.get("to"));
  isSure = query.get("confirmed") === "true" || confirmedOnly();
};
// A link that somebody sent narrows this search; what the reader ticks holds for the whole site.
let isSure = confirmedOnly();
const setSure = (on) => {
  keep("r-confirmed", on);
  drawSwitches();
};
const narrowed = () => chosen.size > 0 || Object.values(years.range()).some((year) => year !== null);

// What is ticked is a step in the history of the browser, what is typed is none.
const writeAddress = (isStep) => {
  const query = new URLSearchParams();
  if (input.value) query.set("q", input.value);
  for (const [name, values] of chosen) for (const value of values) query.append(name, value);
  for (const [name, year] of Object.entries(years.range())) if (year !== null) query.set(name, year);
  if (order.value !== "relevance") query.set("sort", order.value);
  if (isSure) query.set("confirmed", "true");
  const address = query.size ? `?${query}` : location.pathname;
  if (isStep) history.pushState(null, "", address);
  else history.replaceState(history.state, "", address);
};

// In the address a value stands by its id; by its name it is understood too.
const settle = async () => {
  for (const [name, values] of [...chosen]) {
    const known = await facet(name);
    for (const value of [...values]) {
      if (known.has(value)) continue;
      const same = [...known.values()].find(({ label }) => label === value);
      values.delete(value);  // what there is not narrows nothing
      if (same) values.add(same.id);
    }
    if (!values.size) chosen.delete(name);
  }
};

// For each facet that is used, the numbers of the documents that it leaves.
const filters = async () => {
  const left = new Map();
  for (const [name, ids] of chosen) {
    const known = await facet(name);
    left.set(name, new Set([...ids].flatMap((id) => (known.has(id) ? held(known.get(id), isSure) : []))));
  }
  const { from, to } = years.range();
  if (from !== null || to !== null) {
    const known = [...(await facet("year")).values()].filter(({ id }) => Number(id) >= (from ?? -Infinity) && Number(id) <= (to ?? Infinity));
    left.set("years", new Set(known.flatMap((value) => held(value, isSure))));
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
    const all = make("button", { type: "button", className: "r-all", textContent: fill(words.allValues, { n: Math.min(rows.length, MOST_SHOWN) }) });
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
  const all = await Promise.all(FACETS.map(facet));
  if (mine !== turn) return;
  for (const [nth, name] of FACETS.entries()) {
    const known = all[nth];
    const within = new Set(passing(numbers, left, name));
    const counts = (value) => held(value, isSure).reduce((sum, number) => sum + within.has(number), 0);
    groups.push(drawFacet(name, known, counts));
    if (name === "year") {
      const inAllYears = new Set(passing(numbers, left, "years"));
      const bars = [...known.values()].filter(({ id }) => /^\d/.test(id))
        .map((value) => [Number(value.id), held(value, isSure).reduce((sum, number) => sum + inAllYears.has(number), 0)]);
      years.draw(bars);
    }
  }
  const { name, value } = facets.contains(document.activeElement) ? document.activeElement : {};
  facets.replaceChildren(...groups.filter(Boolean));
  if (name) [...facets.elements].find((tick) => tick.name === name && tick.value === value)?.focus();
};

// --- Results -------------------------------------------------------------------------------------------------------

const address = (data) => new URL(data.url.slice(1), site);
const canonical = new URL("../", document.querySelector("link[rel=canonical]")?.href ?? location);
const published = (data) => new URL(data.url.slice(1), canonical).href;
// What is marked, words that follow each other as one.
const runsOf = (parts) => {
  const joined = parts.map(({ text, marked }) => (marked ? `\ue000${text}\ue001` : text)).join("").replace(/\ue001(\s+)\ue000/gu, "$1");
  return new Set([...joined.matchAll(/\ue000([^\ue001]*)\ue001/gu)].map(([, run]) => run));
};
const passageOf = (data, { anchor, parts: { parts, more: goesOn, less } }) => {
  const to = address(data);
  if (anchor) for (const run of runsOf(parts)) to.searchParams.append("find", run);
  if (anchor) to.hash = anchor;
  const text = parts.map((part) => (part.marked ? make("mark", { textContent: part.text }) : part.text));
  const element = anchor ? make("a", { href: to }) : make("span");
  element.append(less ? "… " : "", ...text, goesOn ? "…" : "");
  if (data.meta.lang) element.lang = data.meta.lang;
  element.dir = "auto";
  return make("p", { className: "r-passage" }, element);
};

// Copies and versions of one text are one card: headed by the best that was found, with links to the others that were,
// and to the first of all.
let cards = new Map();
const linkOf = (data) => make("a", { href: address(data), title: data.meta.title, textContent: factsOf(data.meta) || data.meta.title });
const put = (data, asks, into) => {
  const { title, family, first, copies, lang } = data.meta;
  const facts = factsOf(data.meta);
  let card = family && cards.get(family);
  const known = !!card;
  if (!known) {
    card = { found: [], line: make("p", { className: "r-copies" }) };
    const texts = passages(data, asks, isSure).map((one) => passageOf(data, one));
    const best = texts[0]?.querySelector("a")?.href ?? address(data);
    const head = make("a", { href: best, textContent: title, dir: "auto" });
    if (lang) head.lang = lang;
    into.append(make("article", { className: "r-result" },
      make("h2", {}, head), make("p", { className: "r-meta", textContent: facts }), ...texts, card.line));
  }
  if (!family) return 1;
  cards.set(family, card);
  card.found.push(data);
  const { first_kind: kind, first_body: body, first_date: date } = data.meta;
  const origin = make("a", { href: new URL(`documents/${family}/`, site), title: first, textContent: factsOf({ kind, body, date }) || first });
  const isFirst = (one) => address(one).pathname === origin.pathname;
  const others = card.found.slice(1).filter((one) => !isFirst(one)).flatMap((one) => ["; ", linkOf(one)]).slice(1);
  const isHead = isFirst(card.found[0]);
  const copied = fill(words.copies, { n: copies });
  card.line.replaceChildren(
    others.length || !isHead ? copied : copied.replace(/;$/u, ""),
    ...(others.length ? [` ${words.alsoIn} `, ...others] : []), ...(isHead ? [] : [`${others.length ? ";" : ""} ${words.firstIn} `, origin]),
  );
  return known ? 0 : 1;
};

const SEPARATOR = Symbol("some");
const draw = async (pages, from, asks, mine, before, most = PAGE) => {
  let drawn = 0;
  let at = from;
  // The first is shown as soon as it is there.
  for (let first = true; drawn < most && at < pages.length; first = false) {
    const some = pages.slice(at, at + (first ? 1 : most - drawn));
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
    more.hidden = true;
    const next = results.childElementCount;
    await draw(pages, at, asks, mine, before);
    results.children[next]?.querySelector("a")?.focus();
  };
};
// To whom comes back from a document the list is as long as it was.
addEventListener("pagehide", () => {
  history.replaceState({ shown: results.querySelectorAll(".r-result").length, scroll: scrollY }, "");
});

const nothing = (missing) => {
  const tips = [];
  for (const word of missing) tips.push(nowhere(word));
  if (narrowed()) tips.push(words.fewerFilters);
  tips.push(make("a", { href: new URL("tags/", site), textContent: words.otherWords }));
  return make("ul", {}, ...tips.map((tip) => make("li", {}, tip)));
};
const nowhere = (word) => fill(words.nowhere, { word: word.length > LONG ? `${word.slice(0, LONG)}…` : word });

let turn = 0;

// The documents found, before and behind what narrows them, in order.
const hitsOf = async (query) => {
  const left = await filters();
  const found = query ? await find(query, isSure) : { all: null, some: [], missing: [], heard: [], asked: { words: [], phrases: [] } };
  const byDate = order.value !== "relevance" || !query;
  if (!left.size && !byDate) return { ...found, left, base: found };
  const { numbers, pages } = await numbering();
  const base = { all: found.all ?? [...pages.values()], some: found.some };
  const arranged = async (list) => {
    const kept = passing(list.map((page) => numbers.get(page)), left);
    return (byDate ? await inTime(kept) : kept).map((number) => pages.get(number));
  };
  return { ...found, left, base, all: await arranged(base.all), some: await arranged(base.some) };
};

// What bears no date stands last, whichever way the others go.
const inTime = async (numbers) => {
  const value = (await facet("year")).get("undated");
  const undated = new Set(value ? held(value, false) : []);
  const sign = order.value === "oldest" ? 1 : -1;
  return numbers.sort((a, b) => undated.has(a) - undated.has(b) || sign * (a - b));
};

const tell = ({ all, some, missing, heard }) => {
  status.textContent = all.length ? fill(words.found, { n: all.length }) : some.length ? words.notAll : words.notFound;
  if (!all.length && !some.length) hint.replaceChildren(nothing(missing));
  else {
    const told = [...missing.map(nowhere), ...heard.map((word) => fill(words.soundsLike, { word }))].join(" ");
    hint.replaceChildren(...(told ? [make("p", { textContent: told })] : []));
  }
};

const answer = async (mine, isStep, shown) => {
  await settle();
  if (mine !== turn) return;
  writeAddress(isStep);
  clear.hidden = !narrowed();
  const found = await hitsOf(input.value.trim());
  if (mine !== turn) return;
  const { all, some, asked } = found;
  cards = new Map();
  results.replaceChildren();
  tell(found);
  const list = some.length ? [...all, SEPARATOR, ...some] : all;
  files.hidden = !list.length;
  exporters(files, all, some, published);
  await draw(list, 0, asksOf(asked), mine, fill(words.withSome, { n: some.length }), shown);
  if (mine !== turn) return;
  if (goOn && document.activeElement === input) results.querySelector("h2 a")?.focus();
  goOn = false;
  Object.assign(box.dataset, { count: all.length, ready: "true", turn: mine });
  // What follows loads after the first results.
  const { numbers } = await numbering();
  const base = found.base.all.length ? found.base.all : found.base.some;
  if (mine !== turn) return;
  hits = { numbers: base.map((page) => numbers.get(page)), left: found.left };
  await drawFacets();
  if (mine === turn) box.dataset.facets = turn;
};

const search = async (isStep = false, shown = PAGE) => {
  const mine = ++turn;
  typing = null;
  box.dataset.ready = "";
  sure.checked = isSure;
  try {
    await answer(mine, isStep, shown);
  } catch (fault) {
    if (mine === turn) status.textContent = mine === 1 ? words.noIndex : words.notFetched;
    throw fault;
  }
};

// --- What the reader does ------------------------------------------------------------------------------------------

let typing = null;
let goOn = false;  // to the first result, as soon as it is there
input.addEventListener("input", () => {
  clearTimeout(typing);
  goOn = false;
  typing = setTimeout(search, WAIT);
});
order.addEventListener("change", () => search(true));
sure.addEventListener("change", () => setSure(sure.checked));
clear.addEventListener("click", () => {
  chosen.clear();
  years.set("", "");
  search(true);
  input.focus();
});
facets.addEventListener("change", ({ target }) => {
  const ids = chosen.get(target.name) ?? new Set();
  if (target.checked) ids.add(target.value);
  else ids.delete(target.value);
  if (ids.size) chosen.set(target.name, ids);
  else chosen.delete(target.name);
  search(true);
});
facets.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("r-marks", () => {
  if (!turn || isSure === confirmedOnly()) return;
  isSure = confirmedOnly();
  search();
});
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
    goOn = false;
    search().then(() => say(status.textContent));
    event.preventDefault();
  } else if (event.key === "ArrowDown" && (inField || at >= 0)) {
    goOn = inField && (typing !== null || box.dataset.ready !== "true");
    if (!goOn) (heads[at + 1] ?? more).focus();
    event.preventDefault();
  } else if (event.key === "ArrowUp" && (at >= 0 || document.activeElement === more)) {
    const before = at >= 0 ? at - 1 : heads.length - 1;
    (heads[before] ?? input).focus();
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
if (total) {
  const { shown = PAGE, scroll } = history.state ?? {};
  await search(false, shown);
  if (scroll) scrollTo(0, scroll);
} else status.textContent = words.notFound;
