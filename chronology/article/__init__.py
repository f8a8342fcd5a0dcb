"""Text, Markdown, HTML and JSON lines -> articles: their words, and what their makers stated about them."""

from chronology.article.furniture import Masked
from chronology.article.reading import Article, read

__all__ = ["Article", "Masked", "read"]
