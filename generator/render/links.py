"""Every link that a page writes is checked against the pages and anchors that are there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.address import relative
from generator.errors import LinkError

_LINK = re.compile(r"\]\((?P<target>[^)#\s]*\.md)(?:#(?P<anchor>[^)\s]+))?\)")


class Links:
    """The pages with their anchors; what leads nowhere is kept as an error."""

    def __init__(self, anchors: Mapping[str, frozenset[str]]) -> None:
        """Take the anchors of each page, by its path below `build/docs`."""
        self._anchors = anchors
        self.errors: list[LinkError] = []

    def to(self, page: str, target: str, anchor: str | None = None) -> str:
        """The link from `page` to `target`, as Markdown writes it."""
        if target not in self._anchors:
            self.errors.append(LinkError(page, 1, f"links to {target}, which is not there", "mend the link"))
        elif anchor and anchor not in self._anchors[target]:
            what = f"links to #{anchor} in {target}, which is not there"
            self.errors.append(LinkError(page, 1, what, "mend the link"))
        return relative(page, target) + (f"#{anchor}" if anchor else "")

    def href(self, page: str, target: str, anchor: str | None = None) -> str:
        """The same link as HTML writes it: MkDocs looks into those of Markdown alone."""
        return re.sub(r"(?:^|(?<=/))index\.md(?=#|$)", "", self.to(page, target, anchor)) or "./"

    def has(self, target: str) -> bool:
        """Whether there is such a page."""
        return target in self._anchors

    def check_by_hand(self, page: str, markdown: str) -> None:
        """Check the links to Markdown files in a page that was written by hand."""
        for match in _LINK.finditer(markdown):
            parts = (page.rpartition("/")[0] + "/" + match["target"]).strip("/").split("/")
            target: list[str] = []
            for part in parts:
                if part == "..":
                    target = target[:-1]
                elif part != ".":
                    target.append(part)
            self.to(page, "/".join(target), match["anchor"])
