"""HTML -> the text of its article and its metadata, read in a child with limits on time and memory.

In a child, because no time-out inside a process stops the parser: 258 KB of attributes hold it for 20 seconds.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from chronology.problem import ChronologyError

SECONDS = 10
"""Of processor time for one page; a page of news takes half of one."""
MEGABYTES = 1500

_GIVEN_UP = "save the article's words as .txt instead"


def read(where: str, html: str, seconds: int = SECONDS) -> dict[str, Any]:
    """text, title, publisher, author, published, url, language: each a string, or None where the page doesn't state it."""
    import subprocess  # only pages need it

    try:
        child = subprocess.run(
            # -P: a file named json.py in the folder of articles is not ours to run
            [sys.executable, "-P", "-m", "chronology.article.webpage_child", str(seconds), str(MEGABYTES)],
            input=html.encode("utf-8", "replace"),
            capture_output=True,
            timeout=seconds * 12,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ChronologyError(where, f"not read within {seconds * 12} seconds", _GIVEN_UP) from None
    if child.returncode:
        reason = child.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
        what = f"not read within {seconds} seconds" if child.returncode < 0 else f"can't be read as HTML: {reason}"
        raise ChronologyError(where, what, _GIVEN_UP)
    found: dict[str, Any] = json.loads(child.stdout)
    if not found["text"]:
        raise ChronologyError(where, "HTML without an article", _GIVEN_UP)
    return found
