#!/usr/bin/env python3
"""Makes the fusions that come with Ocellus: python3 models/fusion/build.py --help

The encoder knows the photos that it was trained on too well for a fusion to learn from them how far
its cosines can be trusted. So parts of the training photos are indexed with encoders that have not
seen them (`python -m ocellus_training.folds` in models/training makes these), and the pairs of all
parts are pooled. An encoder that was trained on none of them (--encoder) needs no such parts: as many
photos are indexed with itself. Calibration is measured on the dev photos with the encoder that ships. Needs
nothing but Python 3.9 and ../../ocellus.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys

import photo_sets

PHOTOS = 1000  # as many as in a fold
ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    options = parse()
    work = options.work
    indexes = []
    if options.encoder:
        names = (options.data / "images_train.txt").read_text().split()[:PHOTOS]
        indexes += make_indexes(options, work / "train", names, "train", options.encoder)
    for fold in range(options.folds_count if options.folds else 0):
        names = (options.folds / f"fold-{fold}.txt").read_text().split()
        indexes += make_indexes(
            options, work / f"fold-{fold}", names, "train", str(options.folds / f"fold-{fold}"))
    dev = (options.data / "images_dev.txt").read_text().split()
    held_out = make_indexes(options, work / "dev", dev, "dev", options.encoder)
    tune(options, indexes, held_out)


def parse():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--data", type=pathlib.Path, required=True, help="folder of Flickr8k, open part")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--folds", type=pathlib.Path, help="folder of the fold encoders")
    source.add_argument("--encoder", help="an encoder that was trained on none of the photos")
    add("--work", type=pathlib.Path, required=True, help="folder for the indexes; kept, reused")
    add("--out", type=pathlib.Path, required=True, help="the fusion file to write")
    add("--folds-count", type=int, default=1, help="how many of the folds there are to use")
    add("--odds", default="50")
    add("--sample", default="3000", help="captions drawn from each index")
    return parser.parse_args()


def make_indexes(options, folder, names, split, model):
    """Indexes photos with one caption each, and with all five; returns (index, queries) of both."""
    photos = photo_sets.make(options.data, names, split, folder)
    one, every = folder / "one-caption", folder / "all-captions"
    index(photos, one, folder / "first.csv", model)
    if not every.exists():
        shutil.copytree(one, every)  # the pictures need not be encoded twice
    index(photos, every, folder / "all.csv", model)
    return [(one, folder / "others.csv"), (every, folder / "all.csv")]


def index(photos, index_folder, captions, model):
    ocellus("index", "--photos", photos, "--index", index_folder, "--captions", captions,
            *(["--model", model] if model else []))


def tune(options, indexes, held_out):
    arguments = []
    for index_folder, queries in indexes:
        arguments += ["--index", index_folder, "--queries", queries]
    for index_folder, queries in held_out:
        arguments += ["--held-out-index", index_folder, "--held-out-queries", queries]
    ocellus("tune", *arguments, "--odds", options.odds,
            "--sample", options.sample, "--out", options.out, "--trained-on",
            "Flickr8k train captions and photos, by encoders that had not seen the photo;"
            " calibration error on the dev photos")


def ocellus(*arguments):
    command = [str(ROOT / "ocellus"), *map(str, arguments)]
    print("+", " ".join(command[:4]), "...", file=sys.stderr, flush=True)
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
