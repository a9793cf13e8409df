"""What a text may speak of: names, dates, abbreviations, citations, each a span, nothing decided yet."""

from __future__ import annotations

from generator.authority import Authority
from generator.model import Findings, Source
from generator.recognise.abbreviations import AbbreviationFinder
from generator.recognise.citations import find_citations
from generator.recognise.dates import DateFinder
from generator.recognise.given import GivenNameFinder
from generator.recognise.languages import LanguageFinder
from generator.recognise.names import NameFinder
from generator.recognise.numbers import NumberFinder
from generator.settings import Settings


class Recogniser:
    """The finders, made once for an archive: building the automaton of names takes longer than a document."""

    def __init__(self, authority: Authority, settings: Settings) -> None:
        """Make the finders for the names of `authority` and the dates that `settings` allow."""
        self._names = NameFinder(authority, settings.languages)
        self._given = GivenNameFinder(authority)
        self._dates = DateFinder(settings)
        self._abbreviations = AbbreviationFinder(authority)
        self._languages = LanguageFinder(settings)
        self._numbers = NumberFinder(settings.references)

    def recognise(self, source: Source) -> Findings:
        """All spans of the source's blocks that may name an entity, a day, or another document."""
        found = [name for block in source.blocks for name in self._names.find(block)]
        found += self._given.find(source.blocks, found)
        names = tuple(sorted(found, key=lambda name: (name.at.paragraph, name.at.start)))
        dates = tuple(date for block in source.blocks for date in self._dates.find(block))
        numbers = list(self._numbers.find(source.blocks, source.id))
        return Findings(
            names,
            dates,
            self._abbreviations.find(source),
            tuple(find_citations(source.blocks, names, dates, numbers)),
            *self._languages.find(source.blocks),
        )
