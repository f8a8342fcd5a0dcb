"""Bytes -> text, without guessing: a wrong letter in a name or a figure is worse than a refused file."""

from __future__ import annotations

import codecs
import re

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LABEL = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I)
_KNOWN = re.compile(
    r"utf-?8|iso-8859-\d{1,2}|latin-?1|us-ascii|windows-125\d|cp125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|shift[_-]jis|euc-(?:jp|kr)",
    re.I,
)
_LATIN1 = re.compile(r"iso-8859-1|latin-?1|us-ascii", re.I)


def text(raw: bytes) -> str:
    """UTF-8, with or without a byte order mark, or UTF-16 with one; line breaks become newlines.

    Anything else could be any of some thirty encodings, so it is refused: ValueError(what was found, what to do).
    """
    if raw.startswith(_UTF16):
        return _plain(_strict(raw, "utf-16", "it begins like UTF-16 but is not"))
    if b"\0" in raw:
        raise ValueError("binary, not text", "save the article as UTF-8 text")
    return _plain(_strict(raw, "utf-8-sig", "not UTF-8 text"))


def page(raw: bytes) -> str:
    """As `text`; a web page that is no UTF-8 is read in the encoding that it declares in its first 2,048 bytes.

    UTF-8 comes first: a page is often converted when it is saved, and keeps its old declaration. A byte that is wrong in the
    declared encoding becomes U+FFFD; more than one in a thousand characters, and the page is refused.
    """
    try:
        return text(raw)
    except ValueError:
        label = _LABEL.search(raw[:2048])
        declared = label[1].decode("ascii", "replace") if label else ""
        if b"\0" in raw or not _KNOWN.fullmatch(declared):
            raise
        # browsers read the label "iso-8859-1" as windows-1252, and so do those who write it
        decoded = raw.decode("windows-1252" if _LATIN1.fullmatch(declared) else declared, "replace")
        if decoded.count("\ufffd") * 1000 > len(decoded):
            raise
        return _plain(decoded)


def _strict(raw: bytes, encoding: str, what: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        where = f": byte 0x{error.object[error.start]:02X} in line {line}" if encoding == "utf-8-sig" else ""
        raise ValueError(what + where, "save the article as UTF-8 text") from None


def _plain(decoded: str) -> str:
    if "\0" in decoded:
        raise ValueError("binary, not text", "save the article as UTF-8 text")
    return decoded.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
