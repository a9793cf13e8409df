// On the page of a document: marks, in the paragraph that the search led to, the words that it was found for.
const runs = new URLSearchParams(location.search).getAll("find").map((run) => run.slice(0, 500));
const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
const paragraph = target?.closest(".r-p");

// A run of words, whatever stands between them.
const patternOf = (run) => {
  const words = run.normalize("NFC").match(/[\p{L}\p{N}\p{M}\u00ad]+/gu) ?? [];
  return words.length ? `(?<![\\p{L}\\p{N}])${words.join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])` : null;
};
const patterns = runs.map(patternOf).filter(Boolean);

// A run may lie across links and marks: it is sought in the whole text, and marked in each part of it.
if (patterns.length && paragraph) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let whole = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    node.data = node.data.normalize("NFC");
    if (node.parentElement.closest("mark, .r-n")) continue;
    nodes.push({ node, start: whole.length });
    whole += node.data;
  }
  const spans = [...whole.matchAll(new RegExp(patterns.join("|"), "giu"))].map(({ 0: run, index }) => [index, index + run.length]);
  for (const { node, start } of nodes) {
    const here = spans.map(([from, to]) => [Math.max(0, from - start), Math.min(node.length, to - start)]).filter(([from, to]) => from < to);
    let rest = 0;
    const parts = here.flatMap(([from, to]) => {
      const mark = document.createElement("mark");
      mark.className = "r-found";
      mark.textContent = node.data.slice(from, to);
      const before = node.data.slice(rest, from);
      rest = to;
      return [before, mark];
    });
    if (parts.length) node.replaceWith(...parts, node.data.slice(rest));
  }
}
