#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The demo: scheduler and player on this machine, filled through the public API with the demo programme.

The slides are on the screen at once; each film joins when it has been drawn and encoded.
"""
import argparse
import json
import os
import pathlib
import shutil
import sys
import threading
import time

from api import Client, Refused
from observer import Observer
from processes import Failed, Program, VirtualDisplay

HERE = pathlib.Path(__file__).resolve().parent
SIZE = "1920x1080"
BRIEF_BELOW = 180  # seconds: a shorter run shows each item briefly, so that all are seen
FEWEST_ITEMS_PER_SECOND = 8 / 30
SCREENSHOT_BEFORE_END = 4  # seconds


def say(text):
    print(text, flush=True)


class Programme:
    """What the demo shows, as programme.json lists it, put into a scheduler; films join later."""

    def __init__(self, client, brief):
        self.client, self.brief = client, brief
        self.plan = json.loads((HERE / "programme.json").read_text(encoding="utf-8"))
        self.ids = {}  # (kind, name) → id of what has been uploaded
        self.playlists = []

    def names(self, kind):
        items = [item[kind] for playlist in self.plan["playlists"] for item in playlist["items"] if kind in item]
        return list(dict.fromkeys(items))

    def items(self, playlist):
        listed = []
        for item in playlist["items"]:
            kind, word = ("slide", "slide") if "slide" in item else ("film", "video")
            key = (kind, item[kind])
            if key in self.ids:
                entry = {"kind": word, "id": self.ids[key]}
                if self.brief:
                    entry["duration_ms"] = item["brief_ms"]
                listed.append(entry)
        return listed

    def begin(self):
        for name in self.names("slide"):
            self.ids["slide", name] = self.client.add_slide(HERE / "slides" / f"{name}.xml")
        for playlist in self.plan["playlists"]:
            made = self.client.json("POST", "/api/v1/playlists", {"name": playlist["name"], "items": self.items(playlist)})["id"]
            self.playlists.append(made)
            if "rule" in playlist:
                self.client.json("POST", "/api/v1/rules", {"playlist": made, **playlist["rule"]})
            else:
                self.client.json("PUT", "/api/v1/default-playlist", {"id": made})

    def add_film(self, name, path):
        self.ids["film", name] = self.client.upload(path, "video/mp4")

    def refresh(self):
        for made, playlist in zip(self.playlists, self.plan["playlists"]):
            self.client.json("PUT", f"/api/v1/playlists/{made}", {"name": playlist["name"], "items": self.items(playlist)})
        return self.publish("films")

    def publish(self, note):
        return self.client.json("POST", "/api/v1/publish", {"note": f"demo: {note}"})["revision"]


class Films(threading.Thread):
    """Draws and encodes what is not in the cache, at low priority, and adds each film to the programme; own thread."""

    def __init__(self, programme, cache, log):
        super().__init__(daemon=True)
        self.programme, self.cache, self.log = programme, cache, log
        self.maker = None
        self.stopping = False
        self.fault = None

    def run(self):
        try:
            names = self.programme.names("film")
            ready = [name for name in names if self.path(name).exists()]
            self.add(ready)
            for name in names:
                if name not in ready and not self.stopping:
                    self.draw(name)
                    self.add([name])
        except (Refused, Failed, OSError) as fault:
            self.fault = None if self.stopping else fault

    def path(self, name):
        return self.cache / f"{name}.mp4"

    def draw(self, name):
        self.cache.mkdir(parents=True, exist_ok=True)
        say(f"drawing the film {name} …")
        self.maker = Program(["nice", "-n", "19", "/usr/bin/python3", "-B", HERE / "videos" / "make.py", name, "-o", self.path(name)], self.log / f"{name}.log")
        if self.maker.process.wait() != 0 and not self.stopping:
            raise Failed(f"the film {name} could not be made; see {self.log / f'{name}.log'}")

    def add(self, names):
        if not names or self.stopping:
            return
        for name in names:
            self.programme.add_film(name, self.path(name))
        say(f"revision {self.programme.refresh()}: {', '.join(names)} joined the programme")

    def stop(self):
        self.stopping = True
        if self.maker and self.maker.process.poll() is None:
            self.maker.stop()
        self.join(10)


def seconds_of(text):
    factor = {"s": 1, "m": 60, "h": 3600}.get(text[-1:], None)
    number = text[:-1] if factor else text
    try:
        value = float(number) * (factor or 1)
    except ValueError:
        value = 0
    if value <= 0:
        raise argparse.ArgumentTypeError(f"'{text}' is not a time; write for example 30s or 5m")
    return value


def compare_films(seen, told):
    """Frames of the films as they were seen, and the player's record of them, both in the order of the screen.

    A film that was stopped early counts like the others; only the last one may have been cut off by the end of the run,
    for one of the two.
    """
    shown = [film["frames_presented"] for film in told if film["frames_presented"]]
    if abs(len(seen) - len(shown)) > 1:
        return [f"{len(seen)} films were seen, but the player counted {len(shown)}"]
    return [f"{frames} frames of film {number} were seen, but the player counted {counted}"
            for number, (frames, counted) in enumerate(zip(seen, shown), 1) if abs(frames - counted) > 1]


class Demo:
    def __init__(self, options):
        self.options = options
        self.folder = options.build.resolve() / "demo"
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "log").mkdir(parents=True)
        self.parts = []  # what runs, in the order of starting
        self.films = self.observer = self.player = None

    def start(self, program):
        self.parts.append(program)
        return program

    def program(self, name, *arguments, environment=None):
        return self.start(Program([self.options.build / "bin" / name, *arguments], self.folder / "log" / f"{name}.log", environment))

    def begin(self):
        # Only the demo's own files are uploaded, also where no sandbox can be made.
        scheduler = self.program("jtv-scheduler", "serve", "--unsafe-ingest", "--data", self.folder / "scheduler", "--listen", "127.0.0.1:0", "--web", self.options.build / "web")
        address = scheduler.wait_for(r"listening on (http://\S+)", 20)[1]
        password = scheduler.wait_for(r"administrator password: (\S+)", 20)[1]
        say(f"page:     {address}/")
        say(f"login:    admin, password {password}")
        self.client = Client(address)
        self.start_player(address)
        self.client.log_in(password)
        brief = self.options.seconds is not None and self.options.seconds < BRIEF_BELOW
        programme = Programme(self.client, brief)
        programme.begin()
        self.screen = self.client.approve("Demo-Bildschirm", programme.plan["languages"])
        say(f"revision {programme.publish('slides')}: the slides are on their way to the screen")
        self.films = Films(programme, self.options.build / "demo-videos", self.folder / "log")
        self.films.start()

    def start_player(self, address):
        window, environment = "offscreen", {}
        shown = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        if shown and not self.options.headless:
            window = "window"
        elif shutil.which("Xvfb"):
            framebuffer = self.folder / "framebuffer"
            framebuffer.mkdir()
            display = self.start(VirtualDisplay(framebuffer, SIZE, self.folder / "log" / "xvfb.log"))
            window, environment = "kiosk", {"DISPLAY": display.display, "SDL_VIDEODRIVER": "x11", "WAYLAND_DISPLAY": ""}
        settings = self.folder / "jobcenter-tv.conf"
        settings.write_text(f"server = {address}\nstate = {self.folder / 'player'}\nname = Demo-Bildschirm\nwindow = {window}\nsize = {SIZE}\n", encoding="utf-8")
        arguments = ["run", "--settings", settings, "--stats", self.folder / "stats.json"]
        began = time.monotonic()
        self.player = self.program("jtv-player", *arguments, environment=environment)
        if environment:
            self.observer = Observer(framebuffer, began)

    def run(self):
        end = None if self.options.seconds is None else time.monotonic() + self.options.seconds
        say("the demo runs" + (f" for {self.options.seconds:g} s" if end else "; end it with Ctrl-C"))
        wanted = self.options.screenshot and time.monotonic() + max(1.0, (self.options.seconds or 20) - SCREENSHOT_BEFORE_END)
        while end is None or time.monotonic() < end:
            for part in self.parts:
                part.must_run()
            if self.films.fault:
                raise Failed(str(self.films.fault))
            if wanted and time.monotonic() >= wanted:
                self.take_screenshot()
                wanted = None
            time.sleep(0.1)

    def take_screenshot(self):
        """Asks the scheduler for the live picture, as the web page does, and writes it as PNG."""
        picture = self.client.screenshot(self.screen)
        raw = self.folder / "screenshot"
        raw.write_bytes(picture)
        command = ["gst-launch-1.0", "-q", "filesrc", f"location={raw}", "!", "decodebin", "!", "videoconvert", "!", "pngenc", "!",
                   "filesink", f"location={self.options.screenshot}"]
        if Program(command, self.folder / "log" / "screenshot.log").process.wait() != 0:
            raise Failed(f"the screenshot could not be written to {self.options.screenshot}; see {self.folder / 'log' / 'screenshot.log'}")
        say(f"screenshot: {self.options.screenshot}")

    def end(self):
        """Stops everything, the newest first; gives the player's exit status."""
        status = None
        if self.films:
            self.films.stop()
        if self.observer:
            self.observer.stop()
        for part in reversed(self.parts):
            ended = part.stop()
            status = ended if part is self.player else status
        self.parts = []
        return status

    def summary(self, status):
        """Prints what was counted inside and outside; gives what does not hold."""
        stats = json.loads((self.folder / "stats.json").read_text(encoding="utf-8"))
        shown = {word: stats[word] for word in ("items_played", "items_failed", "black_frames", "late_starts", "first_frame_ms", "frames_presented", "frames_late")}
        say("inside:   " + ", ".join(f"{word} {value}" for word, value in shown.items()))
        faults = [f"{word} is {stats[word]}, not 0" for word in ("black_frames", "late_starts", "items_failed") if stats[word]]
        fewest = int(FEWEST_ITEMS_PER_SECOND * (self.options.seconds or 0))
        if self.options.seconds and self.options.seconds < BRIEF_BELOW and stats["items_played"] < fewest:
            faults.append(f"only {stats['items_played']} items were played, not {fewest}")
        if self.observer:
            say(f"outside:  {self.observer}")
            faults += self.compare(stats)
        if status:
            faults.append(f"the player ended with status {status}")
        return faults

    def compare(self, stats):
        """What was seen on the virtual display against what the player says of itself; they may differ by one."""
        seen = self.observer
        if seen.first is None:
            return ["nothing was seen on the virtual display"]
        faults = [f"from outside, {word} is {count}, not 0" for word, count in
                  (("black_frames", seen.black), ("holes", seen.magenta), ("late_starts", seen.late_switches())) if count]
        items = seen.items((stats["first_frame_ms"] or 0) / 1000)
        if abs(items - stats["items_played"]) > 1:
            faults.append(f"{items} items were seen, but the player counted {stats['items_played']}")
        if len(stats["items"]) >= stats["items_played"] + stats["items_failed"]:  # the player keeps the newest items only: a longer run cannot be paired
            faults += compare_films(seen.films(), [item for item in stats["items"] if item["kind"] == "video"])
        return faults


def options():
    parser = argparse.ArgumentParser(prog="./jtv demo", description="Runs scheduler, player and the demo programme on this machine.")
    parser.add_argument("--headless", action="store_true", help="no window even where there is a display")
    parser.add_argument("--for", dest="seconds", type=seconds_of, metavar="TIME", help="end by itself, e.g. 30s; without it: until Ctrl-C")
    parser.add_argument("--screenshot", type=pathlib.Path, metavar="FILE.png", help="a picture of the screen, shortly before the end")
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build"), help=argparse.SUPPRESS)
    parser.add_argument("--check", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def main():
    chosen = options()
    if chosen.check:
        return 0
    demo = Demo(chosen)
    try:
        demo.begin()
        demo.run()
    except KeyboardInterrupt:
        say("")
    except (Refused, Failed) as fault:
        demo.end()
        print(f"demo: {fault}", file=sys.stderr)
        return 1
    finished = demo.end()
    faults = demo.summary(finished)
    for fault in faults:
        print(f"demo: {fault}", file=sys.stderr)
    say("the demo FAILED" if faults else "the demo held what it promises")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
