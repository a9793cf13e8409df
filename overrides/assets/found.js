// On the page of a document: marks the words that the search led here for.
const asked = new URLSearchParams(location.search).get("find");
const text = document.querySelector(".r-text");
const bare = (word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

if (asked && text) {
  const sought = new Set(asked.slice(0, 2000).split(/\s+/u).map(bare).filter(Boolean));
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("mark, .r-n")) nodes.push(walker.currentNode);
  for (const node of nodes) {
    const parts = node.data.split(/(\s+)/u);
    if (!parts.some((part) => sought.has(bare(part)))) continue;
    node.replaceWith(...parts.map((part) => {
      if (!sought.has(bare(part))) return part;
      const mark = document.createElement("mark");
      mark.className = "r-found";
      mark.textContent = part;
      return mark;
    }));
  }
}
