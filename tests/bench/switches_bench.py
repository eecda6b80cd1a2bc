# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""How late the first picture of the next item comes, seen from outside with frame-numbered clips, beside what --stats says."""
import shutil

import switches
from measure import BUILD, result
from observed import ObservedDisplay

OBSERVE = BUILD / "bin/jtv-observe"
SIZE = "1280x720"
SILENT = {"GST_PLUGIN_FEATURE_RANK": "fakeaudiosink:MAX"}
LOOK = 1.15  # two gaps of one frame differ by this much when looked at every 2 ms


def frame_of(item):
    return 1000 / getattr(item, "rate", 60)  # a still stands for refreshes


def scenario(setting, name, items):
    """The worst switch of each run in frames of the item before: outside and as told."""
    runs, told = [], []
    for _ in range(setting.runs):
        folder = setting.folder / "switches"
        folder.mkdir()
        display = ObservedDisplay(folder, OBSERVE, SIZE)
        try:
            inside, outside = switches.play(BUILD / "bin/jtv-player", display, folder, switches.write(folder, items), SILENT)
        finally:
            display.close()
            shutil.rmtree(folder)
        before = [items[item["item"] - 1] for item in outside["items"]]
        runs.append((max(abs(error) / frame_of(item) for error, item in zip(switches.errors(items, outside), before)), None))
        told.append((max(abs(switch["error_frames"]) for switch in inside["switches"]), None))
    return [result("switches", f"{name}: worst switch error on the screen", runs, unit="frames", bar=1),
            result("switches", f"{name}: worst switch error in --stats", told, unit="frames", bar=1)]


def gap(setting, items, arguments):
    """The longest gap in ms between the last picture of one clip and the first of the next, as seen."""
    folder = setting.folder / "switches"
    folder.mkdir()
    switches.write(folder, items)
    clips = sorted(folder.glob("*.mp4"))
    display = ObservedDisplay(folder, OBSERVE, SIZE)
    try:
        display.run([*arguments, *clips])
        return max(switch["gap_ms"] for switch in display.report()["switches"])
    finally:
        display.close()
        shutil.rmtree(folder)


def against_mpv(setting):
    items = switches.SCENARIOS["video_to_video"]
    ours = [BUILD / "bin/jtv-player", "play", "--kiosk"]
    mpv = ["mpv", "--no-config", "--vo=x11", "--fs", "--no-audio", "--really-quiet", "--prefetch-playlist=yes"]
    runs = [(gap(setting, items, ours), gap(setting, items, mpv)) for _ in range(setting.runs)]
    return result("switches", "longest gap between two clips", runs, unit="ms", bar=LOOK, peer_name="mpv with prefetch")


def measure(setting):
    results = [entry for name, items in switches.SCENARIOS.items() for entry in scenario(setting, name, items)]
    return [*results, against_mpv(setting)]
