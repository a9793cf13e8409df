"""Pictures: a document without text, until the curator gives a transcript."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from generator.read.parsed import Parsed, Unreadable

_MODES = {
    "JPEG": ("RGB", "L"),
    "PNG": ("1", "L", "LA", "P", "RGB", "RGBA", "I;16", "I"),
    "WEBP": ("RGB", "RGBA", "L"),
}
"""What each format can hold; a picture in other colours is converted."""
FORMATS = {
    **dict.fromkeys((".jpg", ".jpeg"), "JPEG"),
    **dict.fromkeys((".png", ".gif", ".tif", ".tiff"), "PNG"),
    ".webp": "WEBP",
}
"""Endings of pictures, and the format in which each is published."""


def read(raw: bytes, path: str) -> Parsed:
    """No text; what is needed to give it one stands in the notes.

    Raises:
        Unreadable: it is no picture.
    """
    _opened(raw)
    return Parsed((), notes=("is a picture: give its transcript as .txt beside it",))


def anew(raw: bytes, ending: str) -> bytes:
    """The picture encoded anew: turned as its camera was held, without metadata, positions, or thumbnails.

    Raises:
        Unreadable: it is no picture.
    """
    picture = ImageOps.exif_transpose(_opened(raw))
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    if picture.palette:
        bare.putpalette(picture.palette)
    target = BytesIO()
    format = FORMATS[ending]
    bare = bare if bare.mode in _MODES[format] else bare.convert("RGB")
    bare.save(target, format, **({"quality": 90} if format in ("JPEG", "WEBP") else {}))
    return target.getvalue()


def _opened(raw: bytes) -> Image.Image:
    try:
        picture = Image.open(BytesIO(raw))
        picture.load()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise Unreadable("is no picture, or is damaged or too large", "save it again") from fault
    return picture
