"""The curator's own relations."""

from __future__ import annotations

from generator.errors import SourceError
from generator.model import DIRECTED, MUTUAL, Link
from generator.relate.archive import Archive, Found
from generator.relate.citing import is_later


def relate(archive: Archive, found: Found) -> None:
    """Each `{to, relation, note}` of front matter or sidecar."""
    for record in archive.records:
        for said in record.relations:
            to, relation = str(said["to"]), str(said["relation"])
            path = f"content/{record.document.source.path}" if record.document.source else record.document.id
            if relation not in DIRECTED | MUTUAL:
                what = f"`relations`: there is no relation `{relation}`"
                found.problems.append(SourceError(path, 1, what, f"use one of {', '.join(DIRECTED | MUTUAL)}"))
            elif to in archive.withheld:
                continue
            elif to not in archive.by_id:
                remedy = "mend the id, or add the document"
                found.problems.append(SourceError(path, 1, f"`relations`: there is no document `{to}`", remedy))
            else:
                reason = str(said.get("note") or "The curator says so")
                later = relation == "refers-to" and is_later(archive.by_id[to], record)
                found.add(record.document.id, Link(to, relation, "curator", "curated", 1.0, reason, forward=later))
