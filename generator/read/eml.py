"""E-mail: the body; of the headers only subject and day. Who wrote to whom is not for the public."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage

from generator.model import Block
from generator.read import html
from generator.read.blocks import blocks_of
from generator.read.parsed import Parsed, Unreadable
from generator.read.plain import decode
from generator.text import squeeze


def read(raw: bytes, path: str) -> Parsed:
    """The text of a mail.

    Raises:
        Unreadable: it has no body of text.
    """
    mail = message_from_bytes(raw, policy=policy.default)
    parts = _texts(mail)
    if not parts:
        raise Unreadable("is a mail without a body of text", "give its text as .txt beside it")
    blocks = [block for part in parts for block in _blocks(part, path)]
    if not blocks:
        raise Unreadable("is a mail without a body of text", "give its text as .txt beside it")
    attached = [part.get_filename() or "without a name" for part in mail.iter_attachments() if part not in parts]
    notes = (f"has attachments that are not read: {', '.join(attached)}",) if attached else ()
    return Parsed(tuple(replace(block, number=n) for n, block in enumerate(blocks, 1)), _said(mail), notes=notes)


def _texts(mail: EmailMessage) -> list[EmailMessage]:
    """The parts of a mail that are its text: its body, and what follows it inline."""
    body = mail.get_body(preferencelist=("plain", "html"))
    more = [
        part for part in mail.iter_attachments() if part.get_content_maintype() == "text" and not part.get_filename()
    ]
    return [part for part in (body, *more) if isinstance(part, EmailMessage)]


def _blocks(part: EmailMessage, path: str) -> tuple[Block, ...]:
    declared = part.get_content_charset()
    content = part.get_content() if declared not in (None, "us-ascii") and _is_known(declared) else None
    if not isinstance(content, str):  # said to be ASCII, or not said: as its letters tell
        try:
            payload = part.get_payload(decode=True)
            content = decode(payload if isinstance(payload, bytes) else b" ")[0]
        except Unreadable:
            return ()
    if part.get_content_subtype() == "html":
        return html.read(content.encode(), path).blocks
    return blocks_of(_unflowed(part, content))


def _is_known(charset: str) -> bool:
    try:
        codecs.lookup(charset)
    except LookupError:
        return False
    return True


def _unflowed(part: EmailMessage, text: str) -> str:
    """The lines joined that the mail program broke (RFC 3676): those that end in a space."""
    if part.get_param("format") != "flowed":
        return text
    deletes = str(part.get_param("delsp", "no")).lower() == "yes"
    text = text.replace("\r\n", "\n").replace("\n-- \n", "\n--\n")
    return re.sub(r" \n(?!>|$)", "" if deletes else " ", text)


def _said(mail: EmailMessage) -> dict[str, str]:
    sent = getattr(mail["date"], "datetime", None) if mail["date"] else None
    said = {"title": squeeze(str(mail["subject"] or ""))}
    said |= {"published": sent.date().isoformat()} if isinstance(sent, datetime) else {}
    return {name: value for name, value in said.items() if value}
