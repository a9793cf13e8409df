// The terms of a search, as `generator/terms.py` makes them for the index: folded, cut to stems, or by sound.
import { languages, tables } from "./searching.js";

export const STEM = "ǂ", UNCONFIRMED = "ǃ", SOUND = "ǀ";
const CUT = 3, FEWEST_SOUNDS = 4;

const letters = new Map(Object.entries(tables.letters));
const latin = new Map(Object.entries(tables.latin));
const cyrillic = new Set(tables.cyrillic);
const allEndings = new RegExp(`^(?:${Object.values(tables.endings).flatMap((all) => all.split(" ")).join("|")})+$`, "u");
const isCyrillic = (word) => /[\u0400-\u052f]/.test(word);

const foldLetter = (letter) => {
  if (/[\u0400-\u052f]/u.test(letter)) return letter.toLowerCase();
  return letter.toLowerCase().replace(/ς/gu, "σ").normalize("NFKD").replace(/\p{M}|\u00ad/gu, "");
};
export const folded = (word) => [...[...word].map(foldLetter).join("")].map((letter) => letters.get(letter) ?? letter).join("");

// The words of a text as they are written, with their places, less the endings behind an apostrophe.
export const wordsOf = (text) => [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(({ 0: word, index }) => {
  const [, sign] = /[\p{L}\p{N}](['’ʼ‐‑-])$/u.exec(text.slice(Math.max(0, index - 3), index)) ?? [];
  if (!sign) return true;
  const isEnding = allEndings.test(folded(word));
  if ("'’ʼ".includes(sign)) return !(isEnding || [...word].length <= CUT);
  return !(isEnding && word === word.toLowerCase() && word > "\u0400");
});

const stemmers = new Map();
const ready = (async () => {
  await Promise.all(languages.filter((code) => tables.stemmers[code]).map(async (code) => {
    const { Stemmer } = await import(`./stem/${tables.stemmers[code]}.js`);
    stemmers.set(code, new Stemmer());
  }));
})();
export { ready };

const endings = new Map(Object.entries(tables.endings).map(([code, all]) => {
  const several = all.split(" ");
  const [long, short] = [several.filter((e) => e.length > 1), several.filter((e) => e.length === 1)];
  return [code, new RegExp(`^(.{2,}?)(?:${long.join("|")})$|^(.{3,})(?:${short.join("|")})$`, "u")];
}));
const lessEndings = (word, code) => {
  let left = word;
  for (let match; (match = endings.get(code).exec(left)); ) left = match[1] ?? match[2];
  const last = left.at(-1) ?? "";
  return left.slice(0, -1) + (tables.finals[code][last] ?? last);
};
const stem = (word, code) => {
  if (/^\d+$/.test(word)) return word;
  if (stemmers.has(code)) return stemmers.get(code).stemWord(word);
  return endings.has(code) ? lessEndings(word, code) : word;
};
const surnames = new RegExp(tables.surnames, "u");
const surname = (word) => surnames.exec(word)?.[1];

// The stems that a word has in any of the languages of the archive that write its letters.
const known = new Map();
export const stems = (word) => {
  if (!known.has(word)) {
    const plain = folded(word);
    const fit = languages.filter((code) => cyrillic.has(code) === isCyrillic(plain));
    known.set(word, [...new Set([plain, surname(plain), ...fit.map((code) => stem(plain, code))].filter(Boolean))]);
  }
  return known.get(word);
};

const stops = new Set(languages.flatMap((code) => (tables.stop[code] ?? "").split(" ")).map(folded));
export const isSmall = (word) => stops.has(folded(word));

const sounds = tables.sounds.map(([pattern, by]) => [new RegExp(pattern, "gu"), by]);
export const sound = (cut) => {
  let made = [...cut].map((letter) => latin.get(letter) ?? letter).join("");
  if (!/^[\x00-\x7f]*$/.test(made) || /\d/.test(made)) return null;
  for (const [pattern, by] of sounds) made = made.replace(pattern, by);
  return made.length >= FEWEST_SOUNDS ? made : null;
};
