// On the page of a document: marks the words that the search led here for.
const asked = new URLSearchParams(location.search).get("find");
const text = document.querySelector(".r-text");
const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*/gu) ?? [];

if (asked && text) {
  const sought = new Set(wordsOf(asked.slice(0, 2000)));
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("mark, .r-n")) nodes.push(walker.currentNode);
  for (const node of nodes) {
    const parts = node.data.split(/([\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*)/u);
    if (!parts.some((part) => sought.has(part.toLowerCase()))) continue;
    node.replaceWith(...parts.map((part) => {
      if (!sought.has(part.toLowerCase())) return part;
      const mark = document.createElement("mark");
      mark.className = "r-found";
      mark.textContent = part;
      return mark;
    }));
  }
}
