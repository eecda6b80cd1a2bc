# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""ICC profiles of version 2, byte by byte: for colours, greys and inks that no file of others is needed for."""
import struct

WHITE = (0.9642, 1.0, 0.8249)  # D50, in which ICC counts


def fixed(*numbers):
    return b"".join(struct.pack(">i", round(number * 65536)) for number in numbers)


def xyz(colour):
    return b"XYZ \0\0\0\0" + fixed(*colour)


def curve(gamma):
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))


def profile(kind, colours, space, tags):
    tags = {b"desc": b"desc\0\0\0\0" + struct.pack(">I", 5) + b"test\0" + bytes(78),
            b"cprt": b"text\0\0\0\0none\0", b"wtpt": xyz(WHITE), **tags}
    place = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, content in tags.items():
        content += bytes(-len(content) % 4)
        table += name + struct.pack(">II", place + len(body), len(content))
        body += content
    head = struct.pack(">I", place + len(body)) + b"none" + b"\x02\x40\0\0" + kind + colours + space
    head += bytes(12) + b"acsp" + bytes(28) + fixed(*WHITE)
    return head + bytes(128 - len(head)) + table + body


def wide():
    """Far more colours than sRGB, a gamma of 1.8; the three add up to the white of D50."""
    red, green = (0.7977, 0.2880, 0.0), (0.1352, 0.7119, 0.0)
    blue = tuple(white - a - b for white, a, b in zip(WHITE, red, green))
    tags = {b"rXYZ": xyz(red), b"gXYZ": xyz(green), b"bXYZ": xyz(blue)}
    return profile(b"mntr", b"RGB ", b"XYZ ", tags | {name: curve(1.8) for name in (b"rTRC", b"gTRC", b"bTRC")})


def grey():
    return profile(b"mntr", b"GRAY", b"XYZ ", {b"kTRC": curve(1.4)})


def inks():
    """Four inks on yellowish paper, by a table of Lab values with five steps for each ink."""
    steps = 5
    values = bytearray()
    for index in range(steps ** 4):
        cyan, magenta, yellow, black = (index // steps ** power % steps / (steps - 1) for power in (3, 2, 1, 0))
        light = 95 * (1 - 0.35 * cyan) * (1 - 0.45 * magenta) * (1 - 0.08 * yellow) * (1 - 0.85 * black)
        paper = (1 - black) * (1 - (cyan + magenta) / 4)
        first = (60 * magenta - 35 * cyan - 4 * yellow) * (1 - black)
        second = (75 * yellow * paper - 40 * cyan - 8 * magenta) * (1 - black) + 4 * paper
        values += bytes((round(light * 2.55), round(first) + 128, round(second) + 128))
    straight = bytes(range(256))
    table = b"mft1\0\0\0\0" + bytes((4, 3, steps, 0)) + fixed(1, 0, 0, 0, 1, 0, 0, 0, 1)
    table += straight * 4 + bytes(values) + straight * 3
    return profile(b"prtr", b"CMYK", b"Lab ", {b"A2B0": table})
