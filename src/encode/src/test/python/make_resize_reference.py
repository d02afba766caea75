"""Writes what Pillow makes of a computed picture when it resizes it.

    python make_resize_reference.py > ../resources/dev/ocellus/encode/resize.csv

Made with Pillow 13.0.0. The picture's channels are (x * 37 + y * 91 + x * y * 13 + c * 71) mod 256.
Columns: filter, source width and height, target width and height, all target bytes in hexadecimal.
"""

import numpy as np
from PIL import Image

CASES = [
    ("BICUBIC", 50, 40, 17, 13), ("BILINEAR", 50, 40, 17, 13), ("BICUBIC", 7, 5, 12, 11),
    ("BILINEAR", 7, 5, 12, 11), ("BICUBIC", 33, 9, 33, 4), ("BICUBIC", 9, 33, 4, 33),
    ("BILINEAR", 200, 3, 2, 3), ("BICUBIC", 1, 1, 4, 3), ("BICUBIC", 300, 200, 9, 8),
    ("NEAREST", 50, 40, 17, 13), ("NEAREST", 32, 7, 14, 12), ("LANCZOS", 50, 40, 17, 13),
    ("BOX", 50, 40, 17, 13), ("HAMMING", 7, 40, 12, 13), ("BICUBIC", 7, 60, 15, 9),
]

print("filter,width,height,target_width,target_height,rgb")
for name, width, height, target_width, target_height in CASES:
    y, x, c = np.mgrid[0:height, 0:width, 0:3]
    picture = Image.fromarray(((x * 37 + y * 91 + x * y * 13 + c * 71) % 256).astype(np.uint8))
    resized = picture.resize((target_width, target_height), Image.Resampling[name])
    print(name, width, height, target_width, target_height, resized.tobytes().hex(), sep=",")
