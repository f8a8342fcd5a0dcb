"""Dates and times in a text: what is mentioned (`find`), what it means (`resolve`), when the text was published (`publication`)."""

from chronology.extract.dates.finding import find
from chronology.extract.dates.published import Published, publication
from chronology.extract.dates.reading import Mention
from chronology.extract.dates.resolution import Date, resolve
from chronology.extract.dates.stated import stated

__all__ = ["Date", "Mention", "Published", "find", "publication", "resolve", "stated"]
