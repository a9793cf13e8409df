// The search itself: which documents hold the words of a query, how well, and by which facets they may be found.
//
// Pagefind answers one term at a time; here the answers are joined, so that forms, other names and questions in whole
// sentences find what holds most of their words. Documents are numbers by date, `index * SIZE + place`.
import { cardOf, readApart } from "./blocks.js";
import { indexes } from "./searching.js";
import {
  ENDINGS, folded, isCyrillic, isStop, smallOf, sound, SOUND, stems, straight, UNCONFIRMED, wordsOf,
} from "./terms.js";

const SIZE = 1 << 20;
const MOST_WORDS = 64;
const FEW = 10;  // documents with all words: with so many, those with some of the words are no use
const PHRASE = 1.5;
const SHARE = 0.1;  // of what the words of a query weigh, in a document that has some of them only
const SATURATION = 1.5, NORMAL = 0.75;

const INNER = /(?<=[\p{L}\p{N}])[^\p{L}\p{N}\s]+(?=[\p{L}\p{N}])|(?<=\p{N})(?=\p{L})|(?<=\p{L})(?=\p{N})/gu;

const PARTING = /\n|\p{S}+/u;  // signs like `+` and `<` that the index has not, where a query would ask for them

const MARKED = /[ǂǁǃǀ]$/u;

const root = new URL("../", import.meta.url);
const folder = (path) => new URL(path ? `pagefind/${path}/` : "pagefind/", root);
const unpacked = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return new Response(answer.body.pipeThrough(new DecompressionStream("gzip")));
};
// What failed to load is asked for again the next time.
const once = (make) => {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) {
      const value = make(key);
      made.set(key, value);
      value.catch(() => made.delete(key));
    }
    return made.get(key);
  };
};

export const total = indexes.reduce((sum, [, count]) => sum + count, 0);
const engine = once(async (path) => {
  const pagefind = await import(new URL("pagefind.js", folder(path)));
  await pagefind.options({ basePath: folder(path).pathname, noWorker: true, excerptLength: 0 });
  await pagefind.init();
  return pagefind;
});

// --- The query -----------------------------------------------------------------------------------------------------

// Phrases in quotation marks of any kind, and the words outside them; a mark that nothing closes counts for nothing.
const parsed = (query) => {
  const phrases = [];
  const rest = query.normalize("NFC").replace(/[“”„«»‟＂]/gu, '"').replace(/"([^"]*)"/gu, (all, phrase) => {
    if (wordsOf(phrase).length) phrases.push(phrase.replace(/\s+/gu, " ").trim());
    return " ";
  });
  return { phrases, words: [...new Set(wordsOf(rest).map(([word]) => word))].slice(0, MOST_WORDS), rest: rest.trim() };
};

// --- One word or phrase --------------------------------------------------------------------------------------------

// How much it weighs that a document has a term so often. Method: BM25 (S. Robertson, K. Spärck Jones, 1994); the length
// of a document is told by the last two digits of its name, in eighths of twice as long.
const average = indexes.reduce((sum, [, count, length]) => sum + count * length, 0) / Math.max(1, total) || 1;
const bm25 = (often, id) => {
  const length = 2 ** (parseInt(id.slice(-2), 16) / 8) - 1;
  return (often * (SATURATION + 1)) / (often + SATURATION * (1 - NORMAL + (NORMAL * length) / average));
};

// The documents that have a term or phrase. In quotation marks, for without them Pagefind seeks the beginning of a word
// that it has not; but only without them it tells how often a document has it.
const ask = once(async (term) => {
  const answers = await Promise.all(indexes.map(async ([path], index) => {
    const pagefind = await engine(path);
    const exact = (await pagefind.search(`"${term}"`)).results;
    const counted = exact.length && MARKED.test(term) ? (await pagefind.search(term)).results : exact;
    return counted.map(({ id, words }) => [`${index}_${id.slice(id.lastIndexOf("_") + 1)}`, bm25(words.length, id)]);
  }));
  return answers.flat();
});

const best = async (terms) => {
  const found = new Map();
  for (const answer of await Promise.all(terms.map(ask))) {
    for (const [page, score] of answer) if (score > (found.get(page) ?? -1)) found.set(page, score);
  }
  return found;
};

// A phrase is taken literally: the same words one behind the other, but for capitals, accents and the signs around a
// word. Parts of one word (`sea/land`) follow no other in the index: of a phrase with such a word its pieces are asked
// for, and then title and paragraphs are looked at.
const bare = (word) => folded(straight(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""));
const holds = (words, phrase) =>
  words.some((_, at) => phrase.every((word, step) => words[at + step] === word));
const ofPhrase = async (phrase) => {
  const parted = phrase.replace(INNER, "$&\n").split(PARTING).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  const pieces = parted.length ? parted : [phrase];
  const [first, ...others] = await Promise.all(pieces.map((piece) => best([piece])));
  if (!others.length) return first;
  const pages = [...first.keys()].filter((page) => others.every((answer) => answer.has(page)));
  const words = (several) => several.map(bare).filter(Boolean);
  const sought = words(phrase.split(/\s+/u));
  const held = await Promise.all(pages.map(async (page) => {
    const { title, blocks } = readApart(await fragment(page));
    return [title, ...blocks.map((block) => block.words)].some((several) => holds(words(several), sought));
  }));
  return new Map(pages.filter((_, nth) => held[nth]).map((page) => [page, first.get(page)]));
};

// By its stems, confirmed or not; in Latin letters, where lists of endings cut words of other languages short, by these
// only what has no other; a name that has none of them by how it sounds.
const ofWord = async (word, confirmed) => {
  const several = stems(word);
  const marked = (cuts) => best(confirmed ? cuts : cuts.flatMap((cut) => [cut, cut + UNCONFIRMED]));
  const sure = isCyrillic(word) ? several : several.filter((cut) => !cut.endsWith(ENDINGS));
  const found = await marked(sure);
  if (found.size) return { found, cuts: sure };
  const cut = sure.length < several.length ? await marked(several.filter((one) => !sure.includes(one))) : found;
  if (cut.size || word === word.toLowerCase()) return { found: cut, cuts: several };
  const sounds = [...new Set(several.map((one) => sound(one.slice(0, -1))).filter(Boolean))];
  return { found: await best(sounds.map((one) => one + SOUND)), cuts: several, heard: true };
};

const nameOf = (page) => page.slice(page.indexOf("_") + 1);

const rarity = (count) => Math.log(1 + (total - count + 0.5) / (count + 0.5));

// --- The whole query -----------------------------------------------------------------------------------------------

// The parts of a query: what documents have each, how much it weighs, and whether a document must have it, as a phrase
// that some document has, or may lack it, as a small word. A phrase that none has counts by its words.
const partsOf = async (query, confirmed) => {
  const { phrases, words, rest } = parsed(query);
  const ofPhrases = await Promise.all(phrases.map(ofPhrase));
  const [known, unknown] = [phrases.filter((_, nth) => ofPhrases[nth].size), phrases.filter((_, nth) => !ofPhrases[nth].size)];
  const all = [...words, ...unknown.flatMap((phrase) => parsed(phrase).words)];
  const small = smallOf(all);
  const ofWords = await Promise.all(all.map(async (word) => {
    const answer = await ofWord(word, confirmed);
    return { word, ...answer, weight: 1, small: small.has(word) || (isStop(word) && !answer.found.size) };
  }));
  const parts = [...ofPhrases.map((found) => ({ found, weight: PHRASE, must: found.size > 0 })), ...ofWords];
  if (parts.every((part) => part.small) && rest) parts.push({ found: await ofPhrase(rest), weight: 1, must: true });
  for (const part of parts) part.weight *= part.found.size && rarity(part.found.size);
  const typed = ofWords.slice(0, words.length);
  const written = (some) => some.map(({ word }) => word);
  return {
    parts,
    missing: [...written(typed.filter(({ found, word }) => !found.size && !isStop(word))), ...unknown],
    heard: written(typed.filter(({ found, heard }) => heard && found.size)),
    asked: { words: ofWords.filter((part) => !part.small).map(({ cuts }) => cuts), phrases: known },
  };
};

// Gives `all`, the pages that have all words, and `some`, those that have a good part of them, each the best first; which
// words no document has; and what was asked for: of each word its stems, and the phrases.
export const find = async (query, confirmed) => {
  const { parts, missing, heard, asked } = await partsOf(query, confirmed);
  const scores = new Map();
  for (const { found, weight, small } of parts) {
    for (const [page, score] of found) {
      const known = scores.get(page) ?? { score: 0, parts: 0, weight: 0 };
      scores.set(page, { score: known.score + weight * score, parts: known.parts + !small, weight: known.weight + weight });
    }
  }
  const must = parts.filter((part) => part.must);
  const entries = [...scores].filter(([page]) => must.every(({ found }) => found.has(page)));
  const inOrder = (some) => some.sort(([one, a], [other, b]) => b.score - a.score || (nameOf(one) < nameOf(other) ? -1 : 1)).map(([page]) => page);
  const needed = parts.filter(({ small }) => !small).length;
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  const all = needed ? inOrder(entries.filter(([, one]) => one.parts === needed)) : [];
  const some = all.length < FEW
    ? inOrder(entries.filter(([, one]) => one.parts && one.parts < needed && one.weight >= SHARE * whole)) : [];
  return { all, some, missing, heard, asked };
};

// --- Documents by number, and facets -------------------------------------------------------------------------------

export const numbering = once(async () => {
  const numbers = new Map();
  const pages = new Map();
  const each = await Promise.all(indexes.map(async ([path]) => (await unpacked(new URL("facets/documents.pack", folder(path)))).json()));
  each.forEach((ids, index) => ids.forEach((id, place) => {
    numbers.set(`${index}_${id}`, index * SIZE + place);
    pages.set(index * SIZE + place, `${index}_${id}`);
  }));
  return { numbers, pages };
});

// The values of a facet: id, label, the documents that have it by their numbers, and those of which more than the machine
// says so.
export const facet = once(async (name) => {
  const values = new Map();
  await Promise.all(indexes.map(async ([path, , , names], index) => {
    if (!names.includes(name)) return;
    const answer = await unpacked(new URL(`facets/${name}.pack`, folder(path)));
    for (const [id, label, sure, perhaps] of await answer.json()) {
      if (!values.has(id)) values.set(id, { id, label, sure: [], perhaps: [] });
      const value = values.get(id);
      for (const [steps, to] of [[sure, value.sure], [perhaps, value.perhaps]]) {
        let at = index * SIZE;
        for (const step of steps) to.push((at += step));
      }
    }
  }));
  return values;
});
export const held = ({ sure, perhaps }, confirmed) => (confirmed ? sure : sure.concat(perhaps));

// --- One document --------------------------------------------------------------------------------------------------

const MARK = 12;  // bytes of Pagefind's own before the JSON
export const fragment = once(async (page) => {
  const [index, hash] = page.split("_");
  const path = indexes[index][0];
  const text = await (await unpacked(new URL(`fragment/zxx_${hash}.pf_fragment`, folder(path)))).text();
  const data = JSON.parse(text.slice(MARK));
  data.meta = cardOf(data);
  return data;
});
