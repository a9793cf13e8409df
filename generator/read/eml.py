"""E-mail: the body; of the headers only subject and day. Who wrote to whom is not for the public."""

from __future__ import annotations

from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from generator.read import html
from generator.read.blocks import blocks_of
from generator.read.parsed import Parsed, Unreadable
from generator.text import squeeze


def read(raw: bytes, path: str) -> Parsed:
    """The text of a mail.

    Raises:
        Unreadable: it has no body of text.
    """
    mail = message_from_bytes(raw, policy=policy.default)
    body = mail.get_body(preferencelist=("plain", "html"))
    if body is None:
        raise Unreadable("is a mail without a body of text", "give its text as .txt beside it")
    try:
        text = str(body.get_content())
    except (LookupError, UnicodeDecodeError) as fault:
        raise Unreadable(f"cannot be decoded ({fault})", "give its text as .txt beside it") from fault
    parsed = html.read(text.encode(), path) if body.get_content_subtype() == "html" else Parsed(blocks_of(text))
    if not parsed.blocks:
        raise Unreadable("is a mail without a body of text", "give its text as .txt beside it")
    attached = [part.get_filename() or "without a name" for part in mail.iter_attachments()]
    notes = (f"has attachments that are not read: {', '.join(attached)}",) if attached else ()
    return Parsed(parsed.blocks, _said(mail), notes=notes)


def _said(mail: EmailMessage) -> dict[str, str]:
    sent = getattr(mail["date"], "datetime", None) if mail["date"] else None
    said = {"title": squeeze(str(mail["subject"] or ""))}
    said |= {"published": sent.date().isoformat()} if isinstance(sent, datetime) else {}
    return {name: value for name, value in said.items() if value}
