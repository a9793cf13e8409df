"""What the rules look at: the lines at the head of a text, its datelines, its spans by paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property

from generator.authority import Authority
from generator.describe.claims import Claim
from generator.describe.dateline import Dateline, dateline_at
from generator.describe.lines import WORDS, is_others_day, is_prose, is_release, lines_of, place_of, without_time
from generator.edtf import is_day
from generator.model import Block, DateSpan, Findings, NameSpan, Place, Source
from generator.settings import Settings
from generator.text import in_capitals

_HEAD_LINES = 14
_FOOT_LINES = 5
_SUBJECT = re.compile(r"\s*(?:SUBJECT|Subject|Тема|Konu|Betreff)\s*:")
_GLUED_FOOT = re.compile(r"(?:^|[.!?][\"”»’']?\s+)(?P<foot>[^.!?]{0,40})$")
_LABEL = re.compile(
    r"\s*(?:(?P<subject>subject|subj|re|betreff|objet|asunto|тема|konu|тақырып)"
    r"|(?P<date>date|sent|datum|дата|tarih|күні)|(?P<sender>from|von|de|от|кімнен|kimden)"
    r"|(?P<recipient>to|an|à|кому|kime|кімге))\s*:\s*",
    re.IGNORECASE,
)
"""The labels of a mail or a memorandum."""


@dataclass
class Reading:
    """One document while it is described; `claims` grows field by field."""

    source: Source
    findings: Findings
    authority: Authority
    settings: Settings
    claims: dict[str, Claim | None] = field(default_factory=dict)
    _named: dict[str, set[str]] = field(default_factory=dict)

    def value(self, name: str) -> str | None:
        """What is claimed for a field so far."""
        claim = self.claims.get(name)
        return claim.value if claim else None

    @cached_property
    def head(self) -> tuple[Place, ...]:
        """The lines before the first paragraph of prose, and that paragraph's first line."""
        lines: list[Place] = []
        for block in (block for block in self.source.blocks if block.kind != "quotation"):
            lines += lines_of(block)
            if is_prose(block) or len(lines) >= _HEAD_LINES:
                break
        return tuple(lines[:_HEAD_LINES])

    @cached_property
    def datelines(self) -> tuple[Dateline, ...]:
        """The datelines among the lines of the head."""
        return tuple(line for line in (dateline_at(self, line) for line in self.head) if line)

    @cached_property
    def foot_datelines(self) -> tuple[Dateline, ...]:
        """The datelines among the lines of the foot: `PORT LUMEN, 17 November 1963.`, the last first."""
        return tuple(
            line for line in (dateline_at(self, line) for line in self.foot) if line and line.date and line.whole
        )

    def block(self, number: int) -> Block:
        """The block of that number."""
        return self.source.blocks[number - 1]

    def names_in(self, paragraph: int) -> list[NameSpan]:
        """The name spans of a paragraph, in order."""
        return self._names[paragraph]

    def dates_in(self, paragraph: int) -> list[DateSpan]:
        """The date spans of a paragraph, in order."""
        return self._dates[paragraph]

    def organisation(self, span: NameSpan) -> str | None:
        """The id of the body that a span names, if it can be one alone in this document."""
        bodies = {c for c in span.candidates if c.startswith("organisations/")}
        if len(bodies) > 1:
            bodies &= self.named("organisations")
        return bodies.pop().partition("/")[2] if len(bodies) == 1 else None

    def named(self, folder: str) -> set[str]:
        """The entities of a folder that the text names by a full and unambiguous name."""
        if folder not in self._named:
            full = (s.candidates[0] for s in self.findings.names if s.form == "name" and len(s.candidates) == 1)
            self._named[folder] = {entity for entity in full if entity.startswith(folder)}
        return self._named[folder]

    @cached_property
    def _names(self) -> dict[int, list[NameSpan]]:
        grouped: dict[int, list[NameSpan]] = defaultdict(list)
        for span in self.findings.names:
            grouped[span.at.paragraph].append(span)
        return grouped

    @cached_property
    def _dates(self) -> dict[int, list[DateSpan]]:
        grouped: dict[int, list[DateSpan]] = defaultdict(list)
        for span in self.findings.dates:
            grouped[span.at.paragraph].append(span)
        return grouped

    @cached_property
    def undated(self) -> bool:
        """Whether the dateline says that the text bears no date."""
        return any(line.undated for line in self.datelines)

    @cached_property
    def release_line(self) -> tuple[Place, DateSpan] | None:
        """A line of the head that says for whom or when a text is released, with its one whole day.

        `FOR PRESS 14 SEPTEMBER 1976`, `Embargoed until 12.01 am, 24 December 2005`.
        """
        for line in self.head:
            days = [d for d in self.dates_in(line.paragraph) if line.start <= d.at.start < line.end]
            if len(days) == 1 and is_day(days[0].edtf) and not is_prose(self.block(line.paragraph)):
                text = self.block(line.paragraph).text
                before, behind = text[line.start : days[0].at.start], text[days[0].at.end : line.end]
                others = WORDS.findall(without_time(f"{before} {behind}"))
                if others and (is_release(line.quote) or _is_letterhead(line.quote, others)):
                    return line, days[0]
        return None

    @cached_property
    def labelled(self) -> dict[str, Place]:
        """What stands behind the labels of a mail-like head, by label; nothing where there is but one."""
        found: dict[str, Place] = {}
        for line in self.head:
            match = _LABEL.match(line.quote)
            name = next((name for name, value in match.groupdict().items() if value), "") if match else ""
            if match and line.quote[match.end() :].strip():
                block = self.block(line.paragraph)
                found.setdefault(name, place_of(block, line.start + match.end(), line.end))
        alone = {name: at for name, at in found.items() if name == "subject" and _SUBJECT.match(self._line_of(at))}
        return found if len(found) > 1 else alone

    def _line_of(self, at: Place) -> str:
        """The line on which a place stands."""
        text = self.block(at.paragraph).text
        return text[text.rfind("\n", 0, at.start) + 1 : at.end]

    @cached_property
    def foot(self) -> tuple[Place, ...]:
        """The last lines of the text, the last first."""
        text = [block for block in self.source.blocks if block.kind not in ("note", "quotation")]
        lines = [line for block in text[-_FOOT_LINES:] for line in lines_of(block)][-_FOOT_LINES:]
        glued = _GLUED_FOOT.search(lines[-1].quote.rstrip(" .")) if lines else None
        if glued and glued["foot"] and glued.start("foot"):  # `… for the ships. PORT LUMEN, 17 November 1963.`
            last = self.block(lines[-1].paragraph)
            lines.append(place_of(last, lines[-1].start + glued.start("foot"), lines[-1].end))
        return tuple(reversed(lines))

    def bare_date(self, line: Place) -> DateSpan | None:
        """The whole day of a line that says hardly anything else: a place, initials, a time."""
        days = [d for d in self.dates_in(line.paragraph) if line.start <= d.at.start < line.end]
        if len(days) != 1 or not is_day(days[0].edtf):
            return None
        before = self.block(line.paragraph).text[line.start : days[0].at.start]
        if is_others_day(before, line.quote):
            return None
        rest = line.quote.replace(days[0].at.quote, " ")
        words = WORDS.findall(without_time(rest))
        return days[0] if len(words) <= 4 and all(len(word) < 3 or word[0].isupper() for word in words) else None


def _is_letterhead(line: str, others: list[str]) -> bool:
    return in_capitals(line) and len(others) <= 3
