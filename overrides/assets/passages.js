// From what the index keeps of a document to its best passages, with the words that were asked for.
import { readApart } from "./blocks.js";
import { folded, stems, UNCONFIRMED, wordsOf } from "./terms.js";

const MOST = 3;
const BEFORE = 8, LENGTH = 36;

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
        if (several.some((cut) => variants.has(cut))) add(place, nth, word);
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
  words: words.map((cuts) => new Set(cuts)),
  phrases: phrases.map((phrase) => wordsOf(phrase).map(([word]) => folded(word))),
});

// The best passages: those with most of the words, in the order of the text; each as parts, plain or marked.
export const passages = (data, asks, confirmed) => {
  const { blocks, names } = readApart(data);
  const found = blocks.map((block) => answers(block, asks));
  for (const { places, terms } of names) {
    asks.words.forEach((variants, nth) => {
      const isNamed = [...variants].some((cut) => terms.has(cut) || (!confirmed && terms.has(cut + UNCONFIRMED)));
      for (let at = 0; isNamed && at < places.length; at += 3) {
        for (let place = places[at + 1]; place <= places[at + 2]; place += 1) found[places[at]]?.set(place, { nth, words: null });
      }
    });
  }
  const ranked = blocks.map((block, nth) => ({ block, nth, hits: found[nth], different: new Set([...found[nth].values()].map((hit) => hit.nth)).size }))
    .filter(({ hits, block }) => hits.size && block.anchor);
  const telling = ranked.some(({ block }) => !block.quiet) ? ranked.filter(({ block }) => !block.quiet) : ranked;
  const kept = telling.sort((a, b) => b.different - a.different || b.hits.size - a.hits.size || a.nth - b.nth).slice(0, MOST);
  const best = kept.filter(({ different }) => different >= kept[0].different);
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
