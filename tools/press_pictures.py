"""Redraws the pictures of the sample press from their SVG sources.

    python tools/press_pictures.py [names...]

Every ``tools/press-pictures/<name>.svg`` (viewBox 0 0 800 500) becomes
``src/limitedtimes/demo/press/pictures/<name>.jpg`` (800x500 pixels, no metadata, about 33 kB). Without
names all are redrawn. Needs Chromium: ``chromium`` on the PATH, or the path of one in ``CHROMIUM``.

The sources hold the drawing only. What makes them one set, the cut edge and the darkened corners, is
the finish below; a source may use its ``url(#stipple)`` filter, which gives a translucent shade a grain.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "tools" / "press-pictures"
PICTURES = ROOT / "src" / "limitedtimes" / "demo" / "press" / "pictures"

SIZE = (800, 500)  # pixels
LARGEST = 32_500  # bytes a picture, more only at the lowest quality: the set stays under 1.2 MB
QUALITIES = (80, 76, 72, 68, 64, 60, 56, 52)  # of JPEG, the first that fits is taken

# The drawing overlaps the page by 6 pixels, since the cut edge would show the page at the rim.
FINISH = """<!doctype html><meta charset="utf-8">
<style>
  body { margin: 0; width: 800px; height: 500px; overflow: hidden; position: relative; }
  .drawing { position: absolute; left: -6px; top: -4px; width: 812px; height: 508px; filter: url(#cut); }
  .drawing svg { display: block; width: 100%%; height: 100%%; }
  .corners { position: absolute; inset: 0; background: radial-gradient(ellipse at 50%% 45%%, transparent 55%%, rgba(20, 26, 32, .26) 100%%); }
</style>
<svg width="0" height="0" style="position: absolute">
  <filter id="cut" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
    <feTurbulence type="fractalNoise" baseFrequency=".035" numOctaves="2" seed="4"/>
    <feDisplacementMap in="SourceGraphic" scale="4" xChannelSelector="R" yChannelSelector="G"/>
  </filter>
  <filter id="stipple" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
    <feTurbulence type="fractalNoise" baseFrequency=".3" numOctaves="2" seed="9" result="noise"/>
    <feColorMatrix in="noise" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  1.5 0 0 0 -.25" result="dots"/>
    <feComposite in="SourceAlpha" in2="dots" operator="arithmetic" k1="0" k2="1" k3=".22" k4="-.11" result="mask"/>
    <feComponentTransfer in="SourceGraphic" result="full"><feFuncA type="linear" slope="40"/></feComponentTransfer>
    <feComposite in="full" in2="mask" operator="in"/>
  </filter>
</svg>
<div class="drawing">%s</div>
<div class="corners"></div>
"""


def browser() -> str:
    """The Chromium to draw with.

    Raises:
        SystemExit: there is none; the text says what to do.
    """
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        raise SystemExit("No Chromium found: install it, or set CHROMIUM to the path of one.")
    return found


def drawn(source: Path, chromium: str) -> Image.Image:
    """The finished drawing of an SVG file, 800x500 pixels, RGB."""
    with tempfile.TemporaryDirectory() as folder:
        page, shot = Path(folder, "page.html"), Path(folder, "shot.png")
        page.write_text(FINISH % source.read_text(encoding="utf-8"), encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        flags += ["--disable-component-update", "--disable-sync", "--hide-scrollbars", "--force-color-profile=srgb"]
        # The window is higher than the picture: headless Chromium counts its own bars into the height.
        flags += [f"--user-data-dir={folder}/profile", "--window-size=800,700", f"--screenshot={shot}"]
        # The cut edge is jagged as drawn; halving a drawing of twice the size makes it smooth.
        flags += ["--force-device-scale-factor=2"]
        subprocess.run([chromium, *flags, page.as_uri()], check=True, timeout=60, stderr=subprocess.DEVNULL)
        with Image.open(shot) as image:
            return image.convert("RGB").resize(SIZE, Image.Resampling.BOX, box=(0, 0, 2 * SIZE[0], 2 * SIZE[1]))


def packed(image: Image.Image) -> bytes:
    """The picture as JPEG, in the best of ``QUALITIES`` that keeps it within ``LARGEST`` bytes, or else the lowest."""
    jpeg = b""
    for quality in QUALITIES:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
        jpeg = buffer.getvalue()
        if len(jpeg) <= LARGEST:
            break
    return jpeg


def main(names: list[str]) -> None:
    """Redraws the named pictures, or all."""
    chromium = browser()
    sources = [SOURCES / f"{name}.svg" for name in names] or sorted(SOURCES.glob("*.svg"))
    PICTURES.mkdir(parents=True, exist_ok=True)
    for source in sources:
        jpeg = packed(drawn(source, chromium))
        (PICTURES / f"{source.stem}.jpg").write_bytes(jpeg)
        print(f"{source.stem}.jpg {len(jpeg)} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
