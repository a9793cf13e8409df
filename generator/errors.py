"""The one family of errors. Each knows where it is, what is wrong and what to do about it."""

from __future__ import annotations


class RegestaError(Exception):
    """Something in the input that cannot be used; printed as `path:line: what: remedy`."""

    status = 1
    """Exit status that this error alone leads to."""

    def __init__(self, path: str, line: int | None, what: str, remedy: str) -> None:
        """Keep the place (`path` relative to the archive, `line` from 1 or None), the fault and the remedy."""
        super().__init__(path, line, what, remedy)
        self.path, self.line, self.what, self.remedy = path, line, what, remedy

    def __str__(self) -> str:
        return f"{self.path}:{self.line or 1}: {self.what}: {self.remedy}"


class SourceError(RegestaError):
    """A source file or its sidecar that cannot be used; the rest of the archive is built."""


class AuthorityError(RegestaError):
    """An authority entry that cannot be used; it is left out alone."""


class BrokenFileError(AuthorityError):
    """An authority file or the list of decisions that cannot be read at all; nothing is published."""

    status = 2


class SettingsError(RegestaError):
    """A command or configuration that is wrong; nothing is published."""

    status = 2


class LinkError(RegestaError):
    """A page that links to an address or anchor which is not there: a fault of the program or of a page by hand."""
