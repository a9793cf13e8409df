"""The words that scripts say, as a module of JavaScript.

A file of its own (`assets/words.js`) that scripts import, and nothing on the pages: theme templates know no catalogue
of ours, a page stays as small as its text, and a new word makes no page new. It is fetched once for the whole site.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.render.words import _

PATH = "assets/words.js"
"""Where the scripts find it, below `build/docs`."""


def script_words() -> str:
    """The module: `words`, by name, in the language of the site; what stands in braces the script fills in."""
    lines = json.dumps(dict(sorted(_words().items())), ensure_ascii=False, indent=2)
    return f"export const words = {lines};\n"


def _words() -> Mapping[str, str]:
    return _switches() | _passages() | _citations() | _search()


def _switches() -> dict[str, str]:
    return {
        "switches": _("What is marked"),
        "noMarks": _("Hide marks"),
        "confirmed": _("Confirmed only"),
        "hidden": _("Unconfirmed, hidden: {n}"),
        "shown": _("Shown: {n} of {all}"),
        "documentsShown": _("{n} of {all} documents shown"),
        "allHidden": _("All that stands here is unconfirmed, and hidden."),
    }


def _passages() -> dict[str, str]:
    return {
        "menu": _("Paragraph {n}: cite, link, report"),
        "menuPlain": _("Paragraph {n}: cite, link"),
        "selected": _("Selected words"),
        "copyLink": _("Copy link"),
        "copyQuotation": _("Copy quotation"),
        "copyCitation": _("Copy citation"),
        "quoted": _("“{words}”"),
        "correct": _("Report a mistake here"),
        "protect": _("Ask to remove or protect"),
        "linkCopied": _("Link copied"),
        "quotationCopied": _("Quotation copied"),
        "citationCopied": _("Citation copied"),
        "notCopied": _("The browser does not let this page copy. Copy it from here:"),
    }


def _citations() -> dict[str, str]:
    return {
        "citation": _("Citation"),
        "style": _("Style"),
        "copy": _("Copy"),
        "copyOf": _("Copy: {what}"),
        "copied": _("Copied: {what}"),
        "notFetched": _("It could not be fetched."),
    }


def _search() -> dict[str, str]:
    return {
        "search": _("Search"),
        "wordsInDocuments": _("Words in documents"),
        "narrow": _("Narrow down"),
        "more": _("More"),
        "noIndex": _("There is no search index here: `regesta build` makes one, `regesta serve` does not."),
        "found": _("{n} found"),
        "notFound": _("Nothing found."),
        "notAll": _("No document has all these words."),
        "withSome": _("{n} with some of these words:"),
        "nowhere": _("“{word}” stands in no document."),
        "fewerFilters": _("Choose fewer filters."),
        "soundsLike": _("“{word}” is not written so here; shown is what sounds like it."),
        "clearFilters": _("Clear all"),
        "otherWords": _("Try fewer or other words, or look into the indexes."),
        "copies": _("One of {n} copies of the same text;"),
        "alsoIn": _("also found:"),
        "firstIn": _("the first:"),
        "order": _("Sort by"),
        "relevance": _("relevance"),
        "newest": _("newest first"),
        "oldest": _("oldest first"),
        "allValues": _("All {n}"),
        "undated": _("undated"),
        "fromYear": _("From year"),
        "toYear": _("to year"),
        "inYears": _("{years}: {n}"),
        "theseResults": _("Save these results:"),
        "firstResults": _("Save the first {n} results:"),
        "texts": _("texts"),
        "fetching": _("Fetching {n} documents …"),
        "saved": _("Saved: {name}"),
        "person": _("Person"),
        "organisation": _("Organisation"),
        "place": _("Place"),
        "event": _("Event"),
        "topic": _("Topic"),
        "publisher": _("Publisher"),
        "kind": _("Kind"),
        "collection": _("Collection"),
        "language": _("Language"),
        "year": _("Year"),
    }
