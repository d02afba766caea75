"""Scales the photographs named in sources.csv into photos/ and writes their provenance.

Usage: make_photos.py SOURCES

SOURCES holds one folder per package, named as the package and unpacked
(`unzip` for a wheel, `dpkg-deb -x` for a Debian package). The versions are in
sources.csv. With the Pillow of requirements.txt the same bytes come out.
"""

import bz2
import csv
import hashlib
import io
import struct
import sys
import zlib
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

HERE = Path(__file__).resolve().parent
LONGEST_SIDE = 640
QUALITY = 88
GCOMPRIS_RCC = "usr/share/gcompris-qt/rcc"


def read_rcc(path, name):
    """Returns one file out of a Qt binary resource (versions 1 to 3)."""
    blob = path.read_bytes()
    version, tree, data, names = struct.unpack(">4I", blob[4:20])
    node_size = 14 if version == 1 else 22

    def node(index):
        start = tree + index * node_size
        name_at, flags = struct.unpack(">IH", blob[start : start + 6])
        at = names + name_at
        length = struct.unpack(">H", blob[at : at + 2])[0]
        label = blob[at + 6 : at + 6 + 2 * length].decode("utf-16-be")
        return label, flags, struct.unpack(">II", blob[start + 6 : start + 14])

    def children(index):
        count, first = node(index)[2]
        return {node(i)[0]: i for i in range(first, first + count)}

    index = 0
    for part in name.split("/"):
        index = children(index)[part]
    _, flags, (_, offset) = node(index)
    start = data + offset
    length = struct.unpack(">I", blob[start : start + 4])[0]
    content = blob[start + 4 : start + 4 + length]
    return zlib.decompress(content[4:]) if flags & 1 else content


def open_source(sources, row):
    """Opens the original of a row of sources.csv."""
    folder = sources / row["package"].split(" ")[0]
    path = row["path"]
    if ":" in path:
        rcc, name = path.split(":")
        name = "gcompris/src/activities/" + name
        return Image.open(io.BytesIO(read_rcc(folder / GCOMPRIS_RCC / rcc, name)))
    if path.endswith("face.dat"):
        return Image.frombytes("RGB", (1024, 768), bz2.decompress((folder / path).read_bytes()))
    return Image.open(folder / path)


def to_srgb(image):
    """Upright, gray or sRGB, without metadata."""
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    if image.mode == "L":
        return image
    if profile and image.mode == "RGB":
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        image = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"))
    return image.convert("RGB")


def make(sources, row):
    """Writes one photo and returns its row of provenance.csv."""
    original = open_source(sources, row)
    image = to_srgb(original)
    before = image.size
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    target = HERE / "photos" / row["file"]
    image.info.clear()
    image.save(target, "JPEG", quality=QUALITY, optimize=True)
    scaled = f"scaled from {before[0]}x{before[1]} to {image.size[0]}x{image.size[1]}; "
    return {
        "file": row["file"],
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
        "title": row["title"],
        "author": row["author"],
        "source": f"{row['package']}: {row['path']}; {row['source']}",
        "licence": row["licence"],
        "licence_file": "licenses/" + row["licence_file"],
        "changes": (scaled if before != image.size else "") + f"saved as JPEG of quality {QUALITY}",
    }


def main():
    sources = Path(sys.argv[1])
    (HERE / "photos").mkdir(exist_ok=True)
    with open(HERE / "sources.csv", encoding="utf-8", newline="") as file:
        rows = [make(sources, row) for row in csv.DictReader(file)]
    with open(HERE / "provenance.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    table = ["| " + " | ".join(rows[0]) + " |", "|---" * len(rows[0]) + "|"]
    table += ["| " + " | ".join(v.replace("|", "\\|") for v in row.values()) + " |" for row in rows]
    head = (HERE / "PROVENANCE.head.md").read_text(encoding="utf-8")
    (HERE / "PROVENANCE.md").write_text(head + "\n" + "\n".join(table) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
