"""Photographs of single objects with a name each, made from a Debian package, for evaluation.

    apt-get download tuxpaint-stamps-default && dpkg-deb -x tuxpaint-stamps-default_*.deb unpacked
    python -m ocellus_training.stamps --stamps unpacked/usr/share/tuxpaint/stamps --out DIR
    python -m ocellus_training.evaluate --model models/lite2-minilm-v3 \\
        --photos DIR/photos --captions DIR/captions.csv

Tux Paint's stamps (Bill Kendrick and contributors, GPL-2) are cut-outs of animals, plants, food,
vehicles and tools, each with a description such as "A giraffe.". Nothing of them is part of
Ocellus or of its models. Which stamps are kept:

- of the folders in ``FOLDERS``, without the subfolders in ``DRAWN``: photographs, but for a few;
- without an SVG file of the same name, which a drawing has, and without ``_mirror`` twins;
- whose description names a thing: it starts with "A" or "An" and has at most eight words;
- of several with one description the first by path, so that a description has one right answer.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from pathlib import Path

from ocellus_training.dataset import DataError
from ocellus_training.photos import open_photo

FOLDERS = (
    "animals",
    "food",
    "hobbies",
    "household",
    "plants",
    "sports",
    "town",
    "vehicles",
)
DRAWN = frozenset({"cartoon", "flags", "monuments", "roadsigns"})
MOST_WORDS = 8


def named_stamps(stamps: Path) -> dict[str, Path]:
    """Description -> PNG file below ``stamps``, in the order of the paths."""
    named: dict[str, Path] = {}
    for folder in FOLDERS:
        if not (stamps / folder).is_dir():
            raise DataError(f"{stamps / folder}: no such folder; --stamps wants the folder 'stamps'")
        for picture in sorted((stamps / folder).rglob("*.png")):
            if _is_photograph(picture, stamps):
                description = _description(picture.with_suffix(".txt"))
                if _names_a_thing(description):
                    named.setdefault(description, picture)
    return named


def _is_photograph(picture: Path, stamps: Path) -> bool:
    if DRAWN & set(picture.relative_to(stamps).parts) or picture.stem.endswith("_mirror"):
        return False
    return not picture.with_suffix(".svg").exists()


def _description(text: Path) -> str:
    """The first line, which is the English one; empty where there is none."""
    return text.read_text(encoding="utf-8").split("\n", 1)[0].strip() if text.is_file() else ""


def _names_a_thing(description: str) -> bool:
    words = description.split()
    return words[:1] in (["A"], ["An"]) and len(words) <= MOST_WORDS


def write_table(named: dict[str, Path], stamps: Path, out: Path) -> str:
    """Writes ``photos/`` (on white, PNG) and ``captions.csv``; the SHA-256 of the CSV."""
    (out / "photos").mkdir(parents=True, exist_ok=True)
    table = out / "captions.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["image", "caption"])
        for description, picture in named.items():
            name = "-".join(picture.relative_to(stamps).parts)
            open_photo(picture).save(out / "photos" / name)
            rows.writerow([name, description])
    return hashlib.sha256(table.read_bytes()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description="Single objects with names, from Tux Paint.")
    parser.add_argument("--stamps", type=Path, required=True, help="the package's folder 'stamps'")
    parser.add_argument("--out", type=Path, required=True, help="for photos/ and captions.csv")
    arguments = parser.parse_args()
    named = named_stamps(arguments.stamps)
    digest = write_table(named, arguments.stamps, arguments.out)
    print(f"{len(named)} photos; captions.csv has SHA-256 {digest}")


if __name__ == "__main__":
    main()
