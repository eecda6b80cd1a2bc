# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Looks at the picture from outside the player: samples the framebuffer file of a virtual display.

A film's frames are told apart by its progress line, whose length is the frame number (videos/stories.py). Everything
else that stands still is a slide. The root window is magenta before the player starts: it shines through every hole.
"""
import mmap
import os
import pathlib
import struct
import threading
import time
import zlib

PERIOD = 0.008  # seconds between two looks
GRID = 12  # columns and rows of the points that are looked at for black and magenta
BANDS = 40  # lines of the picture that tell two slides apart
STANDS = 0.1  # seconds a picture must stand to be a slide and not part of a change
LATE = 0.1  # seconds the last frame of a film may stand before what follows: 3 of its frames
PROGRESS, CAPTION = 858 / 1080, 1074 / 1080  # heights of the progress line and of the caption's ground
MAGENTA = b"\xff\x00\xff"


class Framebuffer:
    """An XWD file that a virtual display keeps up to date, 32 bits a pixel: blue, green, red, unused."""

    def __init__(self, folder):
        self.file = open(pathlib.Path(folder) / "Xvfb_screen0", "r+b")
        self.map = mmap.mmap(self.file.fileno(), 0)
        fields = struct.unpack(">25I", self.map[:100])
        self.start = fields[0] + fields[19] * 12  # the header says how long it and the colour table are
        self.width, self.height, self.line = fields[4], fields[5], fields[12]
        self.points = [self.at((2 * column + 1) / (2 * GRID), (2 * row + 1) / (2 * GRID)) for row in range(GRID) for column in range(GRID)]
        self.bands = [self.at(0, (2 * band + 1) / (2 * BANDS)) for band in range(BANDS)]
        self.progress, self.caption = self.at(0, PROGRESS), self.at(0, CAPTION)

    def at(self, x, y):
        """Where the pixel at these parts of width and height stands in the file."""
        return self.start + int(y * self.height) * self.line + int(x * self.width) * 4

    def fill(self, pixel):
        self.map[self.start:self.start + self.line * self.height] = (pixel + b"\0") * (self.line // 4 * self.height)

    def film_position(self):
        """The length of a film's progress line in pixels; None where no film is shown."""
        if not all(is_caption(self.pixel(self.caption, x)) for x in (2, self.width - 3)):
            return None
        begin, end = 0, self.width  # the line is dark from `begin` on the left, pale from `end` on the right
        if not is_pale(self.pixel(self.progress, end - 1)):
            return None
        while begin < end:
            middle = (begin + end) // 2
            pixel = self.pixel(self.progress, middle)
            if is_pale(pixel):
                end = middle
            elif is_dark(pixel):
                begin = middle + 1
            else:  # the soft edge between them
                return middle
        return begin

    def pixel(self, row, x):
        return self.map[row + 4 * x:row + 4 * x + 3]

    def signature(self):
        value = 0
        for band in self.bands:
            value = zlib.crc32(self.map[band:band + 4 * self.width], value)
        return value

    def close(self):
        self.map.close()
        self.file.close()


def is_caption(pixel):  # stories.py draws it in drawing.TITLE
    return pixel[0] < 0x60 and 0x20 < pixel[1] < 0x50 and pixel[2] < 0x20


def is_dark(pixel):  # drawing.ACCENT
    return 0x40 < pixel[1] < 0x70


def is_pale(pixel):  # drawing.LINE
    return pixel[1] > 0xB8


class Showing:
    """A film or a slide as it was seen."""

    def __init__(self, film, now):
        self.film = film
        self.positions = set()  # of the progress line: a film's frames
        self.newest = now  # when its last new picture came: of a slide its only one
        self.over = None  # when something else was seen


class Observer:
    """Keeps an account of what is seen after the first picture; own thread."""

    def __init__(self, folder, began):
        self.buffer = Framebuffer(folder)
        self.buffer.fill(MAGENTA)
        self.began = began  # time.monotonic() at which the player was started
        self.first = None  # seconds from there to the first picture
        self.looks = self.black = self.magenta = 0
        self.showings = []
        self.before, self.since = None, 0.0  # the picture seen last, and since when
        self.begins = None  # the position of a film that was seen only once
        self.stopping = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self):
        try:
            os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))  # a late look misses a frame
        except PermissionError:
            pass
        while not self.stopping.wait(PERIOD):
            self.look(time.monotonic())

    def look(self, now):
        points = [self.buffer.map[point:point + 3] for point in self.buffer.points]
        dark, hole = not any(any(point) for point in points), MAGENTA in points
        if self.first is None:
            if dark or hole:
                return
            self.first = now - self.began
        self.looks += 1
        self.black += dark
        self.magenta += hole
        position = self.buffer.film_position()
        if position is None:
            self.see_still(now)
        else:
            self.see_frame(position, now)

    def see_frame(self, position, now):
        self.before = None
        playing = self.showings[-1] if self.showings and self.showings[-1].film and not self.showings[-1].over else None
        if playing is None or position + 2 < max(playing.positions):
            # A film begins when it goes on from what was seen: the display may just be copying its first picture.
            begins, self.begins = self.begins, position
            if begins is None or position < begins:
                return
            self.end_last(now)
            playing = Showing(True, now)
            playing.positions.add(begins)
            self.showings.append(playing)
        self.begins = None
        if position not in playing.positions:
            playing.positions.add(position)
            playing.newest = now

    def see_still(self, now):
        self.begins = None
        picture = self.buffer.signature()
        if picture != self.before:
            self.before, self.since = picture, now
            self.end_last(now)
        elif self.since and now - self.since >= STANDS:
            self.showings.append(Showing(False, self.since))
            self.since = 0.0

    def end_last(self, now):
        if self.showings and not self.showings[-1].over:
            self.showings[-1].over = now

    def late_switches(self):
        return sum(1 for showing in self.showings if showing.film and showing.over and showing.over - showing.newest > LATE)

    def items(self, first):
        """How many items were seen, the first of them so many seconds after the start; before it, it is the enrolment."""
        return sum(1 for showing in self.showings if showing.newest > self.began + first - STANDS / 2)

    def films(self):
        """Frames seen of each film that ended."""
        return [len(showing.positions) for showing in self.showings if showing.film and showing.over]

    def stop(self):
        """Ends the watch. To be called before the player ends, which takes its window away."""
        self.stopping.set()
        self.thread.join()
        self.buffer.close()

    def __str__(self):
        if self.first is None:
            return "no picture was seen on the virtual display"
        return (f"items_played {len(self.showings)}, black_frames {self.black}, holes {self.magenta}, late_starts {self.late_switches()}, "
                f"first picture after {self.first:.2f} s, frames of the films {self.films()}, in {self.looks} looks")
