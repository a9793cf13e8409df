// The terms of a search, as `generator/terms.py` makes them for the index: folded, cut to stems, or by sound.
import { languages, tables } from "./searching.js";

export const STEM = "ǂ", ENDINGS = "ǁ", UNCONFIRMED = "ǃ", SOUND = "ǀ";
const FEWEST_SOUNDS = 4;

const letters = new Map(Object.entries(tables.letters));
const latin = new Map(Object.entries(tables.latin));
const cyrillic = new Set(tables.cyrillic);
const clitics = new Set(tables.clitics);
export const isCyrillic = (word) => /[\u0400-\u052f]/.test(word);

const foldLetter = (letter) => {
  if (/[\u0400-\u052f]/u.test(letter)) return letter.toLowerCase();
  return letter.toLowerCase().replace(/ς/gu, "σ").normalize("NFKD");
};
export const folded = (word) => {
  const plain = [...word].map(foldLetter).join("").replace(/[\p{M}\u00ad]+/gu, "");
  return [...plain].map((letter) => letters.get(letter) ?? letter).join("");
};

// Whether letters are endings of the tables, one behind the other.
const allEndings = [...new Set(Object.values(tables.endings).flatMap((all) => all.split(" ")))];
const areEndings = (text) => {
  const reached = new Set([0]);
  for (let start = 0; start < text.length; start += 1) {
    if (reached.has(start)) for (const e of allEndings) if (text.startsWith(e, start)) reached.add(start + e.length);
  }
  return reached.has(text.length);
};

export const straight = (text) => text.replace(/[’‘ʼʻ´]/gu, "'");

// The words of a text as they are written, with their places, less the endings that a sign parts from them.
export const wordsOf = (text) => {
  const plain = straight(text.normalize("NFC"));
  return [...plain.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*/gu)].filter(({ 0: word, index }) => {
    const [, sign] = /[\p{L}\p{N}](['‐‑-])$/u.exec(plain.slice(Math.max(0, index - 3), index)) ?? [];
    if (!sign || word !== word.toLowerCase()) return true;
    if (sign === "'") return !clitics.has(word) && !areEndings(folded(word));
    return !(word > "\u0400" && areEndings(folded(word)));
  });
};

const stemmers = new Map(await Promise.all(languages.filter((code) => tables.stemmers[code]).map(async (code) => {
  const { Stemmer } = await import(`./stem/${tables.stemmers[code]}.js`);
  return [code, new Stemmer()];
})));

const endings = new Map(Object.entries(tables.endings).map(([code, all]) => {
  const several = all.split(" ");
  const [long, short] = [several.filter((e) => e.length > 1), several.filter((e) => e.length === 1)];
  return [code, new RegExp(`^(.{3,}?)(?:${long.join("|")})$|^(.{4,})(?:${short.join("|")})$`, "u")];
}));
const lessEndings = (word, code) => {
  let left = word;
  for (let match; (match = endings.get(code).exec(left)); ) left = match[1] ?? match[2];
  const last = left.at(-1) ?? "";
  return left.slice(0, -1) + (tables.finals[code][last] ?? last);
};
const stem = (word, code) => {
  if (stemmers.has(code)) return stemmers.get(code).stemWord(word);
  return endings.has(code) ? lessEndings(word, code) : word;
};
const surnames = new RegExp(tables.surnames, "u");
const surname = (word) => surnames.exec(word)?.[1];

// The stems that a word has in any of the languages of the archive that write its letters, each with its mark.
const known = new Map();
export const stems = (word) => {
  if (!known.has(word)) {
    const plain = folded(word);
    const fit = /^\p{Nd}+$/u.test(plain) ? [] : languages.filter((code) => cyrillic.has(code) === isCyrillic(plain));
    const family = surname(plain);
    const cut = fit.map((code) => stem(plain, code) + (endings.has(code) ? ENDINGS : STEM));
    known.set(word, [...new Set([plain + STEM, ...(family ? [family + STEM] : []), ...cut])]);
  }
  return known.get(word);
};

const stops = new Set(languages.flatMap((code) => (tables.stop[code] ?? "").split(" ")).map(folded));
// Which words of a query may be lacking. One with a capital amid others without is a name: `Kim`, `May`.
export const smallOf = (words) => {
  const isName = (word) => word !== word.toLowerCase();
  const all = words.every(isName);
  return new Set(words.filter((word, place) => stops.has(folded(word)) && (all || place === 0 || !isName(word))));
};
export const isStop = (word) => stops.has(folded(word));

const sounds = tables.sounds.map(([pattern, by]) => [new RegExp(pattern, "gu"), by]);
export const sound = (cut) => {
  let made = [...cut].map((letter) => latin.get(letter) ?? letter).join("");
  if (!/^[\x00-\x7f]*$/.test(made) || /\d/.test(made)) return null;
  for (const [pattern, by] of sounds) made = made.replace(pattern, by);
  return made.length >= FEWEST_SOUNDS ? made : null;
};
