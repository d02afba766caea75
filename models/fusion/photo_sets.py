#!/usr/bin/env python3
"""Lays out the dev photos of Flickr8k for a benchmark: python3 models/fusion/photo_sets.py --help

Makes a folder with `photos` (links), `first.csv` (the first caption of each photo), `others.csv` (the
other four) and `all.csv` (all five).
"""

import argparse
import csv
import pathlib


def make(data, names, split, folder):
    """Lays out the photos of these names, whose captions stand in `captions_<split>.csv`."""
    photos = folder / "photos"
    photos.mkdir(parents=True, exist_ok=True)
    for name in names:
        link = photos / name
        if not link.is_symlink():
            link.symlink_to((data / "images" / name).resolve())
    chosen = set(names)
    with open(data / f"captions_{split}.csv", newline="", encoding="utf-8") as table:
        rows = [row for row in csv.DictReader(table) if row["image"] in chosen]
    first = [row for row in rows if row["query_id"].endswith("#0")]
    write(folder / "first.csv", first)
    write(folder / "others.csv", [row for row in rows if not row["query_id"].endswith("#0")])
    write(folder / "all.csv", rows)
    return photos


def write(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as table:
        writer = csv.DictWriter(table, ["image", "query_id", "query_text"])
        writer.writeheader()
        writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, required=True, help="Flickr8k, open part")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="the folder to make")
    options = parser.parse_args()
    names = (options.data / "images_dev.txt").read_text().split()
    make(options.data, names, "dev", options.out)


if __name__ == "__main__":
    main()
