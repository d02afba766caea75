#!/usr/bin/env python3
"""Makes the fusions that come with Ocellus: python3 models/fusion/build.py --help

Indexes the judged photos with their captions and trains on what experts, a crowd and the captions
themselves say. The encoder has not seen these photos, else a fusion could not learn from them how far
its cosines can be trusted. Needs nothing but Python 3.9 and ../../ocellus.
"""

import argparse
import pathlib
import subprocess
import sys

import photo_sets

ROOT = pathlib.Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add = parser.add_argument
    add("--data", type=pathlib.Path, required=True, help="folder of Flickr8k, open part")
    add("--encoder", help="the encoder that the fusion is for (default: the bundled one)")
    add("--work", type=pathlib.Path, required=True, help="folder for the index; kept, reused")
    add("--out", type=pathlib.Path, required=True, help="the fusion file to write")
    options = parser.parse_args()
    names = (options.data / "images_judged.txt").read_text().split()
    photos = photo_sets.make(options.data, names, "judged", options.work)
    index = options.work / "index"
    ocellus("index", "--photos", photos, "--index", index, "--captions", options.work / "all.csv",
            *(["--model", options.encoder] if options.encoder else []))
    ocellus("train", "--judgments", options.data, "--index", index, "--target", "expert-mean=0.6",
            "--target", "crowd-share=0.25", "--own-captions", "0.25", "--out", options.out)


def ocellus(*arguments):
    command = [str(ROOT / "ocellus"), *map(str, arguments)]
    print("+", " ".join(command[:4]), "...", file=sys.stderr, flush=True)
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
