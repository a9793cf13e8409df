// Two fields for years, with bars above them that show how many of the documents found are of each.
import { built, fill, words } from "./kit.js";

const HEIGHT = 40;
const MOST_BARS = 60;

export const yearFields = (changed) => {
  const field = (label) => {
    const input = built("input", { type: "number", min: 0, max: 9999, step: 1, inputMode: "numeric" });
    return [built("label", {}, `${label} `, input), input];
  };
  const [fromLabel, from] = field(words.fromYear);
  const [toLabel, to] = field(words.toYear);
  const bars = built("div", { className: "r-histogram" });
  bars.setAttribute("aria-hidden", "true");
  const element = built("div", { className: "r-year-fields", hidden: true }, bars, fromLabel, toLabel);
  const value = (input) => (input.value === "" || !input.checkValidity() ? null : Number(input.value));
  for (const input of [from, to]) input.addEventListener("change", changed);

  // A bar is narrower than a finger, so that the fields, which say the same, are what keys and touch reach.
  const bar = ([first, last, count], most) => {
    const title = fill(words.inYears, { years: first === last ? `${first}` : `${first}–${last}`, n: count });
    const filled = built("i");
    filled.style.height = `${count ? Math.max(2, Math.round((HEIGHT * count) / most)) : 0}px`;
    const element = built("span", { title }, filled);
    if (count) {
      element.addEventListener("click", () => {
        [from.value, to.value] = [first, last];
        changed();
      });
    }
    return element;
  };

  return {
    element,
    range: () => {
      const [first, last] = [value(from), value(to)];
      return first !== null && last !== null && first > last ? { from: last, to: first } : { from: first, to: last };
    },
    set: (first, last) => {
      from.value = /^\d{1,4}$/.test(first ?? "") ? first : "";
      to.value = /^\d{1,4}$/.test(last ?? "") ? last : "";
    },
    // `counts` are pairs of a year and how many documents it has.
    draw: (counts) => {
      element.hidden = !counts.length;
      if (!counts.length) return;
      const of = new Map(counts);
      const all = [...of.keys()];
      const [first, last] = [Math.min(...all), Math.max(...all)];
      const step = Math.ceil((last - first + 1) / MOST_BARS);
      const spans = [];
      for (let year = first; year <= last; year += step) {
        const end = Math.min(last, year + step - 1);
        let count = 0;
        for (let one = year; one <= end; one += 1) count += of.get(one) ?? 0;
        spans.push([year, end, count]);
      }
      const most = Math.max(1, ...spans.map(([, , count]) => count));
      bars.replaceChildren(...spans.map((span) => bar(span, most)));
      from.placeholder = first;
      to.placeholder = last;
    },
  };
};
