"""Makes imagenet_class_synonyms.txt: WordNet's names of each ImageNet class.

    apt-get download wordnet-base && dpkg-deb -x wordnet-base_*.deb wordnet
    pip download --no-deps timm==1.0.31 && unzip timm-*.whl 'timm/data/_info/*'
    python -m ocellus_training.class_synonyms \\
        --wordnet wordnet/usr/share/wordnet/data.noun --synsets timm/data/_info/imagenet_synsets.txt

An ImageNet class is a noun synset of WordNet 3.0, whose identifier is its place in ``data.noun``.
The list of the 1,000 in the classifier's order is timm's (Apache-2.0). The table is committed, so
that building needs neither; its licence is beside it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

TABLE = Path(__file__).with_name("imagenet_class_synonyms.txt")


def synset_names(data_noun: Path) -> dict[str, list[str]]:
    """Identifier, such as "n02391049" -> names, such as ["zebra"]; the format is wndb(5)."""
    names = {}
    with data_noun.open(encoding="ascii") as lines:
        for line in lines:
            if line.startswith(" "):  # the licence, at the top
                continue
            offset, _, _, count, *words = line.split(" | ")[0].split()
            # A word and its number take turns; the count is hexadecimal.
            names["n" + offset] = [w.replace("_", " ") for w in words[: 2 * int(count, 16) : 2]]
    return names


def main() -> None:
    parser = argparse.ArgumentParser(description="WordNet's names of the ImageNet classes.")
    parser.add_argument("--wordnet", type=Path, required=True, help="WordNet 3.0's data.noun")
    parser.add_argument("--synsets", type=Path, required=True, help="class identifiers in order")
    parser.add_argument("--out", type=Path, default=TABLE)
    arguments = parser.parse_args()
    names = synset_names(arguments.wordnet)
    synsets = arguments.synsets.read_text(encoding="utf-8").split()
    lines = [", ".join(names[synset]) + "\n" for synset in synsets]
    arguments.out.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} classes: {arguments.out}")


if __name__ == "__main__":
    main()
