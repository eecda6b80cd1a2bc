# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Looks at the picture from outside the player: samples the framebuffer file of a virtual display."""
import mmap
import pathlib
import struct
import threading
import time

PERIOD = 0.016  # seconds between two looks
GRID = 12  # columns and rows of the points that are looked at


class Observer:
    """Counts looks, and those in which the whole display is black after the first picture; own thread."""

    def __init__(self, folder, began):
        self.file = open(pathlib.Path(folder) / "Xvfb_screen0", "rb")
        self.map = mmap.mmap(self.file.fileno(), 0, access=mmap.ACCESS_READ)
        self.points = points_of(self.map)
        self.began = began  # time.monotonic() at which the player was started
        self.first = None  # seconds from there to the first picture
        self.looks = self.black = self.changes = 0
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self):
        before = None
        while not self.stopping.wait(PERIOD):
            seen = tuple(self.map[point:point + 3] for point in self.points)
            dark = not any(any(point) for point in seen)
            if self.first is None:
                if dark:
                    continue
                self.first = time.monotonic() - self.began
            self.looks += 1
            self.black += dark
            self.changes += seen != before
            before = seen

    def stop(self):
        """Ends the watch. To be called before the player ends, which takes its window away."""
        self.stopping.set()
        self.thread.join()
        self.map.close()
        self.file.close()

    def __str__(self):
        if self.first is None:
            return "no picture was seen on the virtual display"
        return (f"first picture after {self.first:.2f} s, {self.black} black of {self.looks} looks, "
                f"{self.changes} looks showed another picture than the one before")


def points_of(content):
    """Where the points of the grid stand in an XWD file: its header says how long it and the colour table are."""
    fields = struct.unpack(">25I", content[:100])
    header, width, height, bits, line, colours = fields[0], fields[4], fields[5], fields[11], fields[12], fields[19]
    start = header + colours * 12
    return [start + (row * height // GRID + height // GRID // 2) * line + (column * width // GRID + width // GRID // 2) * bits // 8
            for row in range(GRID) for column in range(GRID)]
