// From what the index keeps of a document to its best passages, with the words that were asked for.
import { folded, isSmall, stems, wordsOf, STEM, UNCONFIRMED } from "./terms.js";

const BLOCK = "\ue000", QUIET = "\ue001", NAMES = "\ue002", END = "\ue003", JOIN = "\ue004";
const DIGIT = 0xe010, COMMA = "\ue01a";
const MOST = 3;
const BEFORE = 8, LENGTH = 36;

const numbers = (coded) => coded.split(COMMA).filter(Boolean)
  .map((digits) => Number([...digits].map((digit) => digit.charCodeAt(0) - DIGIT).join("")));

// A word that signs part stands in pieces: they are put together again.
const addTo = (words, token, joins) => {
  const piece = token.replaceAll(JOIN, "");
  if (!piece) return true;
  if (joins) words[words.length - 1] += piece;
  else words.push(piece);
  return token.endsWith(JOIN);
};

// The paragraphs of a document with their words, and the places of those whom it names by other names.
const readApart = ({ content, anchors }) => {
  const blocks = [];
  const names = [];
  let at = -1;
  let joins = false;
  for (const token of content.split(/\s+/u)) {
    if (token.startsWith(END)) at = -2;
    else if (token.startsWith(BLOCK) || token.startsWith(QUIET)) {
      blocks.push({ quiet: token.startsWith(QUIET), words: [], anchor: anchors[blocks.length]?.id });
      at = blocks.length - 1;
    } else if (token.startsWith(NAMES)) {
      const places = numbers(token.slice(1).replace(/\.$/u, ""));
      names.push({ places, terms: new Set() });
    } else if (at >= 0) joins = addTo(blocks[at].words, token, joins);
    else if (at === -2 && names.length) names.at(-1).terms.add(token);
  }
  return { blocks, names };
};

// Which words of a block answer the query: by a stem that both have, as part of a phrase, or as the name of somebody.
//
// Of each place, from 0, which part of the query it answers, and the words of it that do (all, where it is a name).
const answers = (block, asks) => {
  const found = new Map();
  const add = (place, nth, word) => {
    if (!found.has(place)) found.set(place, { nth, words: new Set() });
    found.get(place).words.add(word);
  };
  const bare = [];
  block.words.forEach((written, place) => {
    for (const [word] of wordsOf(written)) {
      const several = stems(word);
      bare.push([folded(word), place, word]);
      asks.words.forEach((variants, nth) => {
        if (!isSmall(word) && several.some((cut) => variants.has(cut))) add(place, nth, word);
      });
    }
  });
  asks.phrases.forEach((phrase, nth) => {
    for (let from = 0; from + phrase.length <= bare.length; from += 1) {
      const run = bare.slice(from, from + phrase.length);
      if (run.every(([word], step) => word === phrase[step])) {
        for (const [, place, word] of run) add(place, asks.words.length + nth, word);
      }
    }
  });
  return found;
};

export const asksOf = ({ words, phrases }) => ({
  words: words.map((word) => new Set(stems(word))),
  phrases: phrases.map((phrase) => wordsOf(phrase).map(([word]) => folded(word))),
});

// The best passages: those with most of the words, in the order of the text; each as parts, plain or marked.
export const passages = (data, asks, confirmed) => {
  const { blocks, names } = readApart(data);
  const found = blocks.map((block) => answers(block, asks));
  for (const { places, terms } of names) {
    asks.words.forEach((variants, nth) => {
      const isNamed = [...variants].some((cut) => terms.has(cut + STEM) || (!confirmed && terms.has(cut + UNCONFIRMED)));
      for (let at = 0; isNamed && at < places.length; at += 3) {
        for (let place = places[at + 1]; place <= places[at + 2]; place += 1) found[places[at]]?.set(place, { nth, words: null });
      }
    });
  }
  const ranked = blocks.map((block, nth) => ({ block, nth, hits: found[nth], different: new Set([...found[nth].values()].map((hit) => hit.nth)).size }))
    .filter(({ hits, block }) => hits.size && block.anchor);
  const telling = ranked.some(({ block }) => !block.quiet) ? ranked.filter(({ block }) => !block.quiet) : ranked;
  const kept = telling.sort((a, b) => b.different - a.different || b.hits.size - a.hits.size || a.nth - b.nth).slice(0, MOST);
  const best = kept.filter(({ different }, nth) => nth === 0 || different >= kept[0].different);
  const first = blocks.find(({ quiet, words }) => !quiet && words.length > 5) ?? blocks[0];
  if (!best.length && first) return [{ anchor: null, parts: cut(first.words, new Map()) }];
  return best.sort((a, b) => a.nth - b.nth).map(({ block, hits }) => ({ anchor: block.anchor, parts: cut(block.words, hits) }));
};

const marked = (written, hit) => {
  if (!hit?.words) return [{ text: written, marked: !!hit }];
  const parts = [];
  let done = 0;
  for (const { 0: word, index } of wordsOf(written)) {
    if (!hit.words.has(word)) continue;
    parts.push({ text: written.slice(done, index) }, { text: word, marked: true });
    done = index + word.length;
  }
  return [...parts, { text: written.slice(done) }].filter(({ text }) => text);
};

// The words around the densest hits.
const cut = (words, hits) => {
  const places = [...hits.keys()].sort((a, b) => a - b);
  const inWindow = (from) => new Set(places.filter((place) => place >= from && place < from + LENGTH - BEFORE).map((p) => hits.get(p).nth)).size;
  const centre = places.reduce((best, place) => (inWindow(place) > inWindow(best) ? place : best), places[0] ?? 0);
  const start = words.length <= LENGTH ? 0 : Math.max(0, Math.min(centre - BEFORE, words.length - LENGTH));
  const end = Math.min(words.length, start + LENGTH);
  const parts = [];
  for (let place = start; place < end; place += 1) parts.push(...marked(words[place], hits.get(place)), { text: " " });
  return { parts, more: end < words.length, less: start > 0 };
};
