// The search itself: which documents hold the words of a query, how well, and by which facets they may be found.
//
// Pagefind answers one term at a time; here the answers are joined, so that forms, other names and questions in whole
// sentences find what holds most of their words. Documents are numbers by date, `index * SIZE + place`.
import { indexes } from "./searching.js";
import { isSmall, ready, sound, SOUND, STEM, stems, UNCONFIRMED, wordsOf } from "./terms.js";

const SIZE = 1 << 20;
const MOST_WORDS = 64;
const FEW = 10;  // documents with all words: with so many, those with some of the words are no use
const PHRASE = 1.5;
export const TUNING = { ranking: { termSaturation: 2 }, power: 0.5, share: 0.1 };

const INNER = /(?<=[\p{L}\p{N}])[^\p{L}\p{N}\s]+(?=[\p{L}\p{N}])/gu;
const ENDS_INNER = /[\p{L}\p{N}][^\p{L}\p{N}\s]+$/u;

const root = new URL("../", import.meta.url);
const folder = (path) => new URL(path ? `pagefind/${path}/` : "pagefind/", root);
const unpacked = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return new Response(answer.body.pipeThrough(new DecompressionStream("gzip")));
};
const once = (make) => {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
};

export const total = indexes.reduce((sum, [, count]) => sum + count, 0);
const engine = once(async (path) => {
  const pagefind = await import(new URL("pagefind.js", folder(path)));
  await pagefind.options({ basePath: folder(path).pathname, noWorker: true, excerptLength: 0, ranking: TUNING.ranking });
  await pagefind.init();
  return pagefind;
});
export const begin = () => Promise.all([ready, ...indexes.map(([path]) => engine(path))]);

// --- The query -----------------------------------------------------------------------------------------------------

// Phrases in quotation marks of any kind, and the words outside them; a mark that nothing closes counts for nothing.
export const parsed = (query) => {
  const phrases = [];
  const rest = query.replace(/[“”„«»‟＂]/gu, '"').replace(/"([^"]*)"/gu, (all, phrase) => {
    if (wordsOf(phrase).length) phrases.push(phrase.replace(/\s+/gu, " ").trim());
    return " ";
  });
  const words = [...new Set(wordsOf(rest).map(([word]) => word))];
  const telling = words.filter((word) => !isSmall(word));
  return { phrases, words: (telling.length || phrases.length ? telling : words).slice(0, MOST_WORDS), rest };
};

// --- One word or phrase --------------------------------------------------------------------------------------------

const asked = new Map();
const ask = (term) => {
  if (!asked.has(term)) {
    asked.set(term, Promise.all(indexes.map(async ([path], index) => {
      const { results } = await (await engine(path)).search(term);
      return results.map(({ id, score }) => [`${index}_${id.slice(id.lastIndexOf("_") + 1)}`, score]);
    })).then((answers) => answers.flat()));
  }
  return asked.get(term);
};

// A phrase is taken literally. Parts of one word (`OSCE/ODIHR`) follow no other in the index: of a phrase with such a
// word its pieces are asked for, and then the texts are looked at.
const ofPhrase = async (phrase) => {
  const pieces = phrase.replace(INNER, "$& ").split(" ").reduce((made, word) => {
    if (made.broken) made.list.push(word);
    else made.list[made.list.length - 1] = `${made.list.at(-1)} ${word}`.trim();
    made.broken = ENDS_INNER.test(word);
    return made;
  }, { list: [""], broken: false }).list;
  const answers = await Promise.all(pieces.map((piece) => best([`"${piece}"`])));
  if (answers.length === 1) return answers[0];
  const all = [...answers[0]].filter(([page]) => answers.every((answer) => answer.has(page)));
  const literal = phrase.toLowerCase();
  const held = await Promise.all(all.map(async ([page]) => plain(await fragment(page)).includes(literal)));
  return new Map(all.filter((_, nth) => held[nth]));
};
const plain = ({ content }) => content.split("\ue003")[0].replace(/\ue004 \ue004 /gu, "").replace(/\s+/gu, " ").toLowerCase();

const best = async (terms) => {
  const found = new Map();
  for (const answer of await Promise.all(terms.map(ask))) {
    for (const [page, score] of answer) if (score > (found.get(page) ?? -1)) found.set(page, score);
  }
  return found;
};

const ofWord = async (word, confirmed) => {
  const marks = confirmed ? [STEM] : [STEM, UNCONFIRMED];
  const several = stems(word);
  const found = await best(several.flatMap((cut) => marks.map((mark) => cut + mark)));
  if (found.size) return { found, heard: false };
  const sounds = [...new Set(several.map(sound).filter(Boolean))];
  return { found: await best(sounds.map((one) => one + SOUND)), heard: sounds.length > 0 };
};

const rarity = (count) => Math.log(1 + (total - count + 0.5) / (count + 0.5));

// --- The whole query -----------------------------------------------------------------------------------------------

// Gives `all`, the pages that have all words, and `some`, those that have a good part of them; each the best first.
export const find = async (query, confirmed) => {
  const { phrases, words, rest } = parsed(query);
  const ofPhrases = await Promise.all(phrases.map((phrase) => ofPhrase(phrase)));
  // What stands nowhere as a phrase may still be found by its words, among those with some of the words.
  const inPhrases = phrases.filter((_, nth) => !ofPhrases[nth].size).flatMap((phrase) => parsed(phrase).words);
  const ofWords = await Promise.all([...words, ...inPhrases].map((word) => ofWord(word, confirmed)));
  let groups = [
    ...ofPhrases.map((found) => ({ found, weight: found.size ? PHRASE * rarity(found.size) : 0, must: found.size > 0 })),
    ...ofWords.map(({ found }) => ({ found, weight: rarity(found.size), must: false })),
  ];
  if (groups.every(({ found }) => !found.size) && !phrases.length && rest.trim()) {
    // Nothing but small words, which stand in the index as they are written alone.
    groups = [{ found: await best([`"${rest.trim()}"`]), weight: 1, must: true }];
  }
  const scores = new Map();
  for (const { found, weight } of groups) {
    for (const [page, score] of found) {
      const known = scores.get(page) ?? [0, 0, 0];
      scores.set(page, [known[0] + weight * score ** TUNING.power, known[1] + 1, known[2] + weight]);
    }
  }
  const inOrder = (pages) => pages.sort(([, [a]], [, [b]]) => b - a).map(([page]) => page);
  const entries = [...scores].filter(([page]) => groups.every(({ found, must }) => !must || found.has(page)));
  const all = inOrder(entries.filter(([, [, count]]) => count === groups.length));
  const whole = groups.reduce((sum, { weight }) => sum + weight, 0);
  const some = all.length < FEW
    ? inOrder(entries.filter(([, [, count, weight]]) => count < groups.length && weight >= TUNING.share * whole)) : [];
  const missing = [...words.filter((_, nth) => !ofWords[nth].found.size), ...phrases.filter((_, nth) => !ofPhrases[nth].size)];
  return { all, some, missing };
};

// --- Documents by number, and facets -------------------------------------------------------------------------------

const documents = once(async (index) => (await unpacked(new URL("facets/documents.pack", folder(indexes[index][0])))).json());
export const numbering = once(async () => {
  const numbers = new Map();
  const pages = new Map();
  const each = await Promise.all(indexes.map((_, index) => documents(index)));
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
  await Promise.all(indexes.map(async ([path, , names], index) => {
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

const BYTES = 0xe100;
const MARK = 12;  // bytes of Pagefind's own before the JSON
export const fragment = once(async (page) => {
  const [index, hash] = page.split("_");
  const path = indexes[index][0];
  const text = await (await unpacked(new URL(`fragment/zxx_${hash}.pf_fragment`, folder(path)))).text();
  const data = JSON.parse(text.slice(MARK));
  const coded = /\ue005([\ue100-\ue1ff]*)/u.exec(data.content)[1];
  data.meta = JSON.parse(new TextDecoder().decode(Uint8Array.from(coded, (letter) => letter.charCodeAt(0) - BYTES)));
  return data;
});
