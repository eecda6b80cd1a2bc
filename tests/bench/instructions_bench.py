# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""What the main thread does for one picture that goes to a plane, counted by callgrind: the player as it is, with a display controller
that takes every picture and refreshes by a timer. Decoders run on threads of their own and are not counted."""
import json
import re
import shutil
import subprocess

from frame_code import make_clip
from measure import BUILD, Failed, result

BAR = 600_000  # instructions a presented picture
SECONDS, SHORT_SECONDS, RATE = 60, 10, 30
SHOWN = 0.98  # of the pictures that were due, so that few are counted with the work of others


def counted(setting, path, seconds):
    """(instructions of the main thread, presented pictures)"""
    stats, out = setting.folder / "stats.json", setting.folder / "callgrind"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    command = ["valgrind", "--tool=callgrind", "--separate-threads=yes", f"--callgrind-out-file={out}/threads",
               BUILD / "bin/jtv-player-without-display", "play", "--kiosk", "--no-captions", "--stats", stats, "--for", f"{seconds}s", path]
    subprocess.run([str(word) for word in command], env={**setting.environment, "SDL_VIDEODRIVER": "kmsdrm"}, check=True,
                   stdin=subprocess.DEVNULL, capture_output=True)
    told = json.loads(stats.read_text(encoding="utf-8"))
    if told["frames_presented"] < SHOWN * told["frames_expected"] or told["items"][0]["memory"] != "zero_copy":
        raise Failed(f"{told['frames_presented']} of {told['frames_expected']} pictures were shown, {told['items'][0]['memory']}: "
                     "the machine is too busy to count")
    main = re.search(r"^(?:totals|summary): (\d+)", (out / "threads-01").read_text(encoding="utf-8"), re.MULTILINE)
    return int(main[1]), told["frames_presented"]


def measure(setting):
    if shutil.which("valgrind") is None:
        raise Failed("valgrind is not installed; ./jtv bench installs it")
    path = setting.folder / "1080p30.mp4"
    make_clip(path, 1, (SECONDS + 1) * RATE, 1920, 1080, RATE)
    whole, steady = [], []
    for _ in range(setting.runs):
        instructions, pictures = counted(setting, path, SECONDS)
        start_instructions, start_pictures = counted(setting, path, SHORT_SECONDS)
        print(f"      {instructions} instructions for {pictures} pictures, {start_instructions} for the first {start_pictures}")
        whole.append((instructions / pictures, None))
        steady.append(((instructions - start_instructions) / (pictures - start_pictures), None))
    name = f"main thread, {SECONDS} s of 1080p30 to a plane"
    yield result("instructions", f"{name}, with the program's start", whole, unit="instructions a picture", bar=BAR)
    yield result("instructions", f"{name}, after the first {SHORT_SECONDS} s", steady, unit="instructions a picture", bar=BAR)
