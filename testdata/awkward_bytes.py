"""Bytes that Pillow does not write by itself: deep PNGs, an ICC profile, YCCK, false headers."""

import struct
import zlib

ADOBE_TRANSFORM_YCCK = 2


def png(width, height, bit_depth, colour_type, rows):
    """A PNG of raw scan lines (PNG specification, third edition, clause 11.2)."""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, bit_depth, colour_type, 0, 0, 0)
    lines = b"".join(b"\0" + row for row in rows)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(lines, 9))
        + chunk(b"IEND", b"")
    )


def claim_jpeg_size(jpeg, width, height):
    """The JPEG with another size in its frame header (ITU-T T.81, B.2.2)."""
    at = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:at] + struct.pack(">HH", height, width) + jpeg[at + 4 :]


def declare_ycck(jpeg):
    """The four-component JPEG with the colour transform of its Adobe marker set to YCCK."""
    at = jpeg.index(b"Adobe") + 11
    return jpeg[:at] + bytes([ADOBE_TRANSFORM_YCCK]) + jpeg[at + 1 :]


def wide_gamut_profile():
    """A matrix ICC profile (ICC.1:2001-04) with the primaries of Adobe RGB (1998) and gamma 2.2.

    The colorants are adapted to D50 by the Bradford transform, as in annex B.8.5 of Adobe RGB
    (1998) Color Image Encoding, version 2005-05.
    """

    def s15f16(*values):
        return b"".join(struct.pack(">i", round(v * 65536)) for v in values)

    def xyz(*values):
        return b"XYZ \0\0\0\0" + s15f16(*values)

    name = b"Wide gamut, gamma 2.2\0"
    description = (
        b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67)
    )
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256))
    tags = {
        b"desc": description,
        b"cprt": b"text\0\0\0\0CC0-1.0\0",
        b"wtpt": xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": xyz(0.60974, 0.31111, 0.01947),
        b"gXYZ": xyz(0.20528, 0.62567, 0.06087),
        b"bXYZ": xyz(0.14919, 0.06322, 0.74457),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body = b"", b""
    start = 128 + 4 + 12 * len(tags)
    for signature, content in tags.items():
        table += signature + struct.pack(">II", start + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4sIIII12s4s44s",
        start + len(body),
        bytes(4),
        0x02400000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2024, 1, 1, 0, 0, 0),
        b"acsp",
        bytes(4),
        0,
        bytes(4),
        0,
        *(0, 0),
        0,
        s15f16(0.9642, 1.0, 0.8249),
        bytes(4),
        bytes(44),
    )
    return header + struct.pack(">I", len(tags)) + table + body
