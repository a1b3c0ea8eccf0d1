"""A registry of models and its mirror on loopback, with everything that can go wrong on the way."""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAMES = {
    "model": "model.{pair}.intgemm.alphas.bin",
    "vocab": "vocab.{pair}.spm",
    "srcvocab": "srcvocab.{pair}.spm",
    "trgvocab": "trgvocab.{pair}.spm",
    "lex": "lex.50.50.{pair}.s2t.bin",
}
DESKTOP = "env.appinfo.OS != 'Android'"
ANDROID = "env.appinfo.OS == 'Android'"
NIGHTLY = "env.channel == 'default' || env.channel == 'nightly'"
BETA = "env.channel == 'default' || env.channel == 'nightly' || env.channel == 'beta'"


@dataclass
class Fault:
    """What is wrong with a file: ``cut`` is after how many bytes the connection ends, ``drip`` how many bytes come at a time
    with ``pause`` seconds between, ``once`` lets it pass after the first answer.
    """

    status: int | None = None
    cut: int | None = None
    drip: int | None = None
    pause: float = 0.05
    no_ranges: bool = False
    once: bool = False


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def packed(data: bytes, ending: str) -> bytes:
    """Compress as a file's ending says."""
    return zstd.compress(data, 1) if ending == ".zst" else gzip.compress(data) if ending == ".gz" else data


def record(
    kind: str,
    data: bytes,
    source: str = "de",
    *,
    target: str = "en",
    version: str = "3.0",
    expression: str = "",
    location: str = "",
) -> dict[str, Any]:
    """One record as Remote Settings has it, for a file that is published as Zstandard."""
    name = NAMES[kind].format(pair=source.partition("-")[0] + target)
    sent = packed(data, ".zst")
    attachment = {
        "hash": digest(sent),
        "size": len(sent),
        "filename": f"{name}.zst",
        "location": location or f"main-workspace/translations-models-v2/{digest(sent)[:16]}.zst",
        "mimetype": "application/zstd",
    }
    return {
        "id": digest(sent)[:12],
        "schema": 1728419357986,
        "last_modified": 1728419357986,
        "name": name,
        "fileType": kind,
        "sourceLanguage": source,
        "targetLanguage": target,
        "version": version,
        "architecture": "base-memory",
        "filter_expression": expression,
        "decompressedHash": digest(data),
        "decompressedSize": len(data),
        "attachment": attachment,
    }


@dataclass
class Mirror:
    """What the server has and is asked. ``records`` are the registry's, ``files`` by their path."""

    address: str = ""
    records: list[dict[str, Any]] = field(default_factory=list)
    scores: dict[str, Any] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, Fault] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def publish(
        self, files: Mapping[str, bytes], source: str = "de", version: str = "3.0", expression: str = ""
    ) -> list[dict[str, Any]]:
        """Publish a model: its files by kind. Returns its records."""
        records = [record(kind, data, source, version=version, expression=expression) for kind, data in files.items()]
        self.records += records
        for one, data in zip(records, files.values(), strict=True):
            self.files["/" + one["attachment"]["location"]] = packed(data, ".zst")
        return records

    def score(self, files: Mapping[str, bytes], source: str = "de", **metrics: float) -> None:
        """Publish a model's scores."""
        entry = {
            "files": {"model": {"uncompressedHash": digest(files["model"])}},
            "metrics": {"flores200-plus": metrics},
        }
        self.scores.setdefault(f"{source}-en", []).append(entry)

    def fail(self, one: Mapping[str, Any], fault: Fault) -> None:
        """From now on a record's file is served with a fault."""
        self.faults["/" + one["attachment"]["location"]] = fault

    def body(self, path: str) -> bytes | None:
        """What lies at a path."""
        if path == "/records":
            return json.dumps({"data": self.records}).encode()
        if path == "/models.json":
            return json.dumps({"generated": "2026-11-01", "baseUrl": "", "models": self.scores}).encode()
        return self.files.get(path)

    @property
    def settings(self) -> dict[str, str]:
        """Environment by which the program asks this server."""
        return {
            "LIMITEDTIMES_MODELS_REGISTRY": f"{self.address}/records",
            "LIMITEDTIMES_MODELS_MIRROR": self.address,
            "LIMITEDTIMES_MODELS_SCORES": f"{self.address}/models.json",
        }


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    mirror: Mirror

    def do_GET(self) -> None:
        mirror, wanted = self.mirror, self.headers.get("Range")
        mirror.asked.append((self.path, wanted))
        fault = mirror.faults.get(self.path, Fault())
        if fault.once:
            del mirror.faults[self.path]
        body = mirror.body(self.path)
        if fault.status or body is None:
            self.send_error(fault.status or 404)
            return
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and not fault.no_ranges else 0
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(body) - start))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        self.end_headers()
        self.close_connection = True
        self._send(body[start:], fault)

    def _send(self, body: bytes, fault: Fault) -> None:
        rest = body if fault.cut is None else body[: fault.cut]
        try:
            while rest:
                self.wfile.write(rest[: fault.drip])
                rest = rest[fault.drip :] if fault.drip else b""
                if rest:
                    time.sleep(fault.pause)
        except ConnectionError:
            pass  # the one who asked is gone: killed, or out of patience

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving() -> Iterator[Mirror]:
    """Yield a mirror that is served on loopback."""
    mirror = Mirror()
    handler = type("Handler", (_Handler,), {"mirror": mirror})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        mirror.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield mirror
        server.shutdown()
        thread.join()
