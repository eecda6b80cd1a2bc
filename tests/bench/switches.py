# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Programmes in which one item follows another, and what of it can be seen: for the tests and for `./jtv bench switches`."""
import dataclasses
import json

from frame_code import make_clip, make_picture

SMIL = '<smil><head><layout><root-layout width="1280" height="720"/></layout></head><body>\n{body}\n</body></smil>\n'
SLIDE = """<slide xmlns="urn:jobcenter-tv:slide:1" xml:lang="de" template="title-text">
<text xml:lang="de"><title>Bitte warten</title><paragraph>Sie werden aufgerufen.</paragraph></text></slide>
"""


@dataclasses.dataclass
class Clip:
    frames: int
    rate: int = 30
    width: int = 640
    height: int = 360
    codec: str = "h264"
    sound: bool = False
    repeat: int = 1

    def write(self, folder, number):
        name = f"{number}.{'webm' if self.codec.startswith('vp') else 'mp4'}"
        make_clip(folder / name, number, self.frames, self.width, self.height, self.rate, self.codec, self.sound)
        loud = ' soundLevel="50%"' if self.sound else ""
        return f'<video src="{name}" repeatCount="{self.repeat}"{loud}/>'

    def after(self, last_frame):
        """Milliseconds from the appearance of this frame to the end of the item."""
        return (self.frames - last_frame) * 1000 / self.rate


@dataclasses.dataclass
class Picture:
    time: int  # ms
    repeat: int = 1

    def write(self, folder, number):
        make_picture(folder / f"{number}.png", number)
        return f'<img src="{number}.png" dur="{self.time}ms"/>'

    def after(self, _):
        return self.time


@dataclasses.dataclass
class Slide:
    """Carries no number: seen as the time between its neighbours."""
    time: int  # ms

    def write(self, folder, number):
        (folder / f"{number}.xml").write_text(SLIDE, encoding="utf-8")
        return f'<ref src="{number}.xml" type="application/x-jtv-slide+xml" dur="{self.time}ms"/>'


SCENARIOS = {
    "video_to_video": [Clip(45), Clip(40), Clip(45)],
    "video_slide_video": [Clip(30), Slide(700), Clip(30)],
    "image_to_video": [Picture(600), Clip(30), Picture(500), Picture(400), Clip(30)],
    "codec": [Clip(30), Clip(30, codec="vp8"), Clip(30, codec="h264"), Clip(30, codec="vp9")],
    "size": [Clip(30), Clip(30, width=1280, height=720), Clip(30, width=320, height=180), Clip(30, width=1920, height=1080)],
    "frame_rate": [Clip(30), Clip(25, rate=25), Clip(60, rate=60), Clip(24, rate=24), Clip(30)],
    "loop": [Clip(20, repeat=4)],
    "sound": [Clip(45, sound=True), Clip(30), Clip(45, sound=True), Clip(45, sound=True)],
}


def write(folder, items):
    """Makes the media of a scenario; the playlist's path comes back."""
    body = "\n".join(item.write(folder, number) for number, item in enumerate(items, start=1))
    path = folder / "list.smil"
    path.write_text(SMIL.format(body=body), encoding="utf-8")
    return path


def expected(items):
    """The numbers that are to be seen one after the other."""
    return [number for number, item in enumerate(items, start=1) if not isinstance(item, Slide) for _ in range(item.repeat)]


def errors(items, outside):
    """Of each switch as it was seen: by how many ms the first picture of the next item came after its time."""
    found, seen = [], outside["items"]
    for before, after in zip(seen, seen[1:]):
        wanted = items[before["item"] - 1].after(before["last_frame"])
        wanted += sum(item.time for item in items[before["item"]:after["item"] - 1] if isinstance(item, Slide))
        found.append(after["first_ms"] - before["last_ms"] - wanted)
    return found


def play(player, display, folder, playlist, environment=None):
    """Plays it full screen; what --stats says and what was seen come back."""
    stats = folder / "stats.json"
    ended = display.run([player, "play", "--kiosk", "--stats", stats, playlist], environment)
    if ended.returncode != 0:
        raise AssertionError(f"the player ended with status {ended.returncode}: {ended.stderr}")
    return json.loads(stats.read_text(encoding="utf-8")), display.report()
