// What `render/searched.py` puts into the index beside the words, in letters of the private use area.
const BLOCK = "\ue000", QUIET = "\ue001", NAMES = "\ue002", END = "\ue003", JOIN = "\ue004", CARD = "\ue005";
const DIGIT = 0xe010, COMMA = "\ue01a", BYTES = 0xe100;

const numbers = (coded) => coded.split(COMMA).filter(Boolean)
  .map((digits) => Number([...digits].map((digit) => digit.charCodeAt(0) - DIGIT).join("")));

// Title, facts and family of a document.
export const cardOf = ({ content }) => {
  const coded = content.slice(content.indexOf(CARD) + 1).match(/^[\ue100-\ue1ff]*/u)[0];
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(coded, (letter) => letter.charCodeAt(0) - BYTES)));
};

// A word that signs part stands in pieces: they are put together again.
const addTo = (words, token, joins) => {
  const piece = token.replaceAll(JOIN, "");
  if (!piece) return true;
  if (joins) words[words.length - 1] += piece;
  else words.push(piece);
  return token.endsWith(JOIN);
};

// The title of a document and its paragraphs with their words; and of each entity the terms of its names, and its places
// in threes: paragraph, first and last word. Other terms stand before those of the first name, and are passed over.
// Pagefind ends each element with a full stop.
export const readApart = ({ content, anchors }) => {
  const title = [];
  const blocks = [];
  const names = [];
  let isText = true;
  let joins = false;
  for (const token of content.split(/\s+/u)) {
    if (token.startsWith(END)) isText = false;
    else if (token.startsWith(BLOCK) || token.startsWith(QUIET)) {
      blocks.push({ quiet: token.startsWith(QUIET), words: [], anchor: anchors[blocks.length]?.id });
      joins = false;
    } else if (token.startsWith(NAMES)) names.push({ places: numbers(token.slice(1).replace(/\.$/u, "")), terms: new Set() });
    else if (isText) joins = addTo(blocks.at(-1)?.words ?? title, token, joins);
    else names.at(-1)?.terms.add(token);
  }
  return { title, blocks, names };
};

// The text of a document, as it is published.
export const textOf = (data) => readApart(data).blocks.map(({ words }) => words.join(" ")).join("\n\n");
