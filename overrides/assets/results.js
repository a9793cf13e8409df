// The results as files: a table, references, or the texts.
import { button, fill, say, words } from "./kit.js";
import { textOf } from "./blocks.js";
import { fragment } from "./finding.js";

const MOST = 1000;
const AT_ONCE = 8;
const COLUMNS = ["id", "title", "kind", "publisher", "date", "EDTF", "language", "address", "words"];

const inTurn = async (list, each) => {
  const made = new Array(list.length);
  let next = 0;
  const work = async () => {
    for (let at; (at = next++) < list.length; ) made[at] = await each(list[at], at);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return made;
};

// A field that begins as a formula does not become one in a table.
const field = (text) => `"${String(text ?? "").replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;
const fetched = async ({ url }, file) => {
  const answer = await fetch(new URL(`..${url}${file}`, location));
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return answer.text();
};

const WAYS = {
  CSV: ["results.csv", "text/csv", async (pages, address, withAll) => {
    const lines = await inTurn(pages, async (page, nth) => {
      const data = await fragment(page);
      const { title, kind, body, date, edtf, lang } = data.meta;
      const id = data.url.replace(/^\/documents\/|\/$/gu, "");
      return [id, title, kind, body, date, edtf, lang, address(data), nth < withAll ? "all" : "some"].map(field).join(",");
    });
    return `\ufeff${[COLUMNS.map(field).join(","), ...lines].join("\r\n")}\r\n`;
  }],
  BibTeX: ["results.bib", "application/x-bibtex", async (pages, address) =>
    (await inTurn(pages, async (page) => fetched(await fragment(page), "cite.bib"))).join("\n")],
  RIS: ["results.ris", "application/x-research-info-systems", async (pages, address) =>
    (await inTurn(pages, async (page) => (await fetched(await fragment(page), "cite.ris")).replace(/\s*$/u, "\r\n"))).join("\r\n")],
  texts: ["results.txt", "text/plain", async (pages, address) =>
    (await inTurn(pages, async (page) => {
      const data = await fragment(page);
      return `${data.meta.title}\n${factsOf(data.meta)}\n${address(data)}\n\n${textOf(data)}\n`;
    })).join(`\n${"-".repeat(72)}\n\n`)],
};

export const factsOf = ({ kind, body, place, date }) => [kind, body, place, date].filter(Boolean).join(" · ");

const save = (name, type, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

export const exporters = (element, withAll, withSome, address) => {
  const pages = [...withAll, ...withSome];
  const some = pages.slice(0, MOST);
  const buttons = Object.entries(WAYS).map(([label, [name, type, make]]) =>
    button(label === "texts" ? words.texts : label, async () => {
      say(fill(words.fetching, { n: some.length }));
      const text = await make(some, address, withAll.length).catch(() => null);
      if (text === null) say(words.notFetched);
      else {
        save(name, type, text);
        say(fill(words.saved, { name }));
      }
    }, { class: "r-copy" }));
  const said = pages.length > MOST ? fill(words.firstResults, { n: MOST }) : words.theseResults;
  element.replaceChildren(`${said} `, ...buttons.flatMap((one) => [one, " "]));
};
