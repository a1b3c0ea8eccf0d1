"""What a measurement ran on."""

from __future__ import annotations

import os
import platform
import resource
import sys
from pathlib import Path
from typing import TypedDict

import psutil

_CPUINFO = Path("/proc/cpuinfo")


class Machine(TypedDict):
    """A machine: its processor, the cores that this process may use, its memory in GiB."""

    cpu: str
    cores: int
    memory_gb: float
    system: str
    python: str


def machine() -> Machine:
    """Describe this machine."""
    return Machine(
        cpu=_cpu(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        memory_gb=round(psutil.virtual_memory().total / 2**30, 1),
        system=f"{platform.system()} {platform.machine()}",
        python=platform.python_version(),
    )


def _cpu() -> str:
    lines = _CPUINFO.read_text(encoding="utf-8").splitlines() if _CPUINFO.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or platform.machine())


def peak_mb() -> float:
    """Return the most memory that this process ever had resident, in MB of 1,048,576 bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # KiB, but bytes on macOS
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)
