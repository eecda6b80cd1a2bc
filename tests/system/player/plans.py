# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""A plan in a folder, as a player without network takes it, and hours in which its display sleeps."""
import datetime
import hashlib
import pathlib
import struct
import zlib

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def png(width, height, colour):
    """A picture of one colour (red, green, blue)."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = (b"\0" + bytes(colour) * width) * height
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def plan_of(folder, picture):
    """Writes a plan that shows this picture, without an end; gives the line of the settings that names it."""
    folder, assets = pathlib.Path(folder), []

    def blob(content, kind):
        name = hashlib.sha256(content).hexdigest()
        file = folder / "blobs/sha256" / name[:2] / name[2:4] / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        assets.append(f'<asset sha256="{name}" size="{len(content)}" type="{kind}"/>')
        return name

    shown = blob(picture, "image/png")
    smil = blob(f'<smil><body><img src="/blobs/{shown}" dur="900s"/></body></smil>'.encode(), "application/smil+xml")
    (folder / "plan.xml").write_text(
        '<plan xmlns="urn:jobcenter-tv:plan:1" format="1" revision="1" screen="s1" created="2020-01-01T00:00:00.000Z" default="all">'
        '<settings languages="de" timezone="Europe/Berlin" diagonal-inches="43" distance-metres="4"/>'
        f'<playlists><playlist id="all" name="All" smil="{smil}"/></playlists><rules/><assets>{"".join(assets)}</assets></plan>',
        encoding="utf-8")
    return f"plan_directory = {folder}"


def asleep():
    """The line of the settings by which the display sleeps now, and for days to come."""
    day = datetime.datetime.now() + datetime.timedelta(days=3)
    return f"display_hours = {DAYS[day.weekday()]} 11:00-12:00"
