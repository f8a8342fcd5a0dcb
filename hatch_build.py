"""The wheel holds the index of place names: built here from packages that nobody needs at run time."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INDEX = "chronology/data/gazetteer.sqlite"
SOURCES = "requirements/gazetteer.txt"


class IndexOfPlaceNames(BuildHookInterface[Any]):
    """Builds the index, unless it is there already; an editable install leaves that to `make gazetteer`."""

    def dependencies(self) -> list[str]:
        if self._is_there():
            return []
        sources = re.findall(r"^\S+==\S+", Path(self.root, SOURCES).read_text(), re.MULTILINE)
        return [*sources, "pyyaml"]  # the gazetteer also reads places.yaml

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable" and not self._is_there():
            subprocess.run([sys.executable, "-m", "chronology.gazetteer_build", INDEX], cwd=self.root, check=True)

    def _is_there(self) -> bool:
        return Path(self.root, INDEX).exists()
