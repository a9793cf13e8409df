// The results as files: a table, references, or the texts.
import { button, fill, say, words } from "./kit.js";
import { fragment } from "./finding.js";

const MOST = 1000;
const AT_ONCE = 8;
const COLUMNS = ["title", "facts", "address"];

const inTurn = async (list, each) => {
  const made = new Array(list.length);
  let next = 0;
  const work = async () => {
    for (let at; (at = next++) < list.length; ) made[at] = await each(list[at]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return made;
};

// A field that begins as a formula does not become one in a table.
const field = (text) => `"${String(text ?? "").replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;
const textOf = ({ content }) => {
  const parts = content.split("\ue003")[0].split(/[\ue000\ue001]/u).slice(1);
  return parts.map((part) => part.replace(/\ue004 \ue004 /gu, "").replace(/\s+/gu, " ").trim()).join("\n\n");
};
const fetched = async (address) => {
  const answer = await fetch(address);
  return answer.ok ? answer.text() : "";
};

const WAYS = {
  CSV: ["results.csv", "text/csv", async (pages, address) => {
    const lines = await inTurn(pages, async (page) => {
      const data = await fragment(page);
      return [data.meta.title, data.meta.facts, address(data).href].map(field).join(",");
    });
    return `\ufeff${[COLUMNS.map(field).join(","), ...lines].join("\r\n")}\r\n`;
  }],
  BibTeX: ["results.bib", "application/x-bibtex", async (pages, address) =>
    (await inTurn(pages, async (page) => fetched(new URL("cite.bib", address(await fragment(page)))))).join("\n")],
  RIS: ["results.ris", "application/x-research-info-systems", async (pages, address) =>
    (await inTurn(pages, async (page) => fetched(new URL("cite.ris", address(await fragment(page)))))).join("\n")],
  texts: ["results.txt", "text/plain", async (pages, address) =>
    (await inTurn(pages, async (page) => {
      const data = await fragment(page);
      return `${data.meta.title}\n${data.meta.facts ?? ""}\n${address(data).href}\n\n${textOf(data)}\n`;
    })).join(`\n${"-".repeat(72)}\n\n`)],
};

const save = (name, type, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

export const exporters = (element, pages, address) => {
  const some = pages.slice(0, MOST);
  const buttons = Object.entries(WAYS).map(([label, [name, type, make]]) =>
    button(label === "texts" ? words.texts : label, async () => {
      say(fill(words.fetching, { n: some.length }));
      const text = await make(some, address).catch(() => null);
      if (text === null) say(words.notFetched);
      else {
        save(name, type, text);
        say(fill(words.saved, { name }));
      }
    }, { class: "r-copy" }));
  const said = pages.length > MOST ? fill(words.firstResults, { n: MOST }) : words.theseResults;
  element.replaceChildren(`${said} `, ...buttons.flatMap((one) => [one, " "]));
};
