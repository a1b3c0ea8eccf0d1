"""What the Makefile does on a machine that lacks something; the system's commands are stand-ins."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """A PATH with only what the script itself needs."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("dirname", "mktemp", "tail", "rm"):
        found = shutil.which(name)
        assert found
        (folder / name).symlink_to(found)
    return folder


def command(folder: Path, name: str, body: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{body}\n")
    (folder / name).chmod(0o755)


def bootstrap(folder: Path, what: str) -> subprocess.CompletedProcess[str]:
    """Run a copy of the script, so that this checkout's environment is left alone."""
    script = folder.parent / "tools" / "bootstrap.sh"
    script.parent.mkdir()
    shutil.copy(ROOT / "tools" / "bootstrap.sh", script)
    path = {"PATH": str(folder)}
    return subprocess.run(["/bin/sh", script, what], check=False, capture_output=True, text=True, env=path)


def test_a_chromium_that_is_there_is_enough(bin_folder: Path) -> None:
    command(bin_folder, "chromium", "exit 1")
    done = bootstrap(bin_folder, "chromium")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_plain_user_is_told_the_line_that_installs_chromium(bin_folder: Path) -> None:
    command(bin_folder, "id", "echo 1000")
    command(bin_folder, "apt-get", "exit 7")
    done = bootstrap(bin_folder, "chromium")
    assert done.returncode == 1
    assert "sudo apt-get update && sudo apt-get install -y chromium" in done.stderr


def test_root_gets_chromium_installed(bin_folder: Path) -> None:
    calls = bin_folder.parent / "calls"
    command(bin_folder, "id", "echo 0")
    command(bin_folder, "apt-get", f'echo "$@" >>{calls}')
    assert bootstrap(bin_folder, "chromium").returncode == 0
    assert calls.read_text().splitlines() == ["update", "install -y --no-install-recommends chromium"]


def test_what_apt_said_is_shown_when_it_fails(bin_folder: Path) -> None:
    command(bin_folder, "id", "echo 0")
    command(bin_folder, "apt-get", "echo 'E: no such mirror'; exit 100")
    done = bootstrap(bin_folder, "chromium")
    assert done.returncode == 1
    assert "E: no such mirror" in done.stderr


def test_a_python_without_venv_names_its_own_package(bin_folder: Path) -> None:
    command(bin_folder, "id", "echo 1000")
    command(bin_folder, "python3", 'case "$2" in *ensurepip*) exit 1 ;; *print*) echo 3.12 ;; esac')
    done = bootstrap(bin_folder, "install")
    assert done.returncode == 1
    assert "sudo apt-get install -y python3.12-venv" in done.stderr


def test_an_old_python_is_passed_over(bin_folder: Path) -> None:
    command(bin_folder, "id", "echo 1000")
    command(bin_folder, "python3", 'case "$2" in *version_info*3,*) exit 1 ;; *) exit 99 ;; esac')
    done = bootstrap(bin_folder, "install")
    assert done.returncode == 1
    assert "Python 3.11 or newer is missing" in done.stderr


def test_help_is_the_default_and_names_every_target() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    said = subprocess.run(["make"], cwd=ROOT, check=True, capture_output=True, text=True, env=environment).stdout
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^([a-z]+):", makefile, re.MULTILINE):
        assert target == "chromium" or f"make {target} " in said
