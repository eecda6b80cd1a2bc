# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Whether the player's memory grows while it plays 2,000 items: clips of two codecs, pictures and slides in several languages."""
import json
import pathlib
import statistics
import time

from frame_code import make_clip, make_picture
from measure import BUILD, ROOT, Failed, result

ITEMS = 20
ROUNDS = 100
FRAMES = 6  # of each clip
STILL = "0.2s"
PAUSE = 0.5  # seconds between two looks
SLIDE = ROOT / "content/demo/slides/mitbringen.xml"


def item(folder, number):
    kind = number % 4
    if kind == 2:
        path = folder / f"{number}.png"
        make_picture(path, number, 640 + 32 * number, 360)
        return f'<img src="{path}" dur="{STILL}"/>'
    if kind == 3:
        return f'<ref src="{SLIDE}" type="application/x-jtv-slide+xml" dur="{STILL}"/>'
    codec, ending = (("h264", "mp4"), ("vp8", "webm"))[kind]
    path = folder / f"{number}.{ending}"
    make_clip(path, number, FRAMES, *((640, 360), (1280, 720))[number // 4 % 2], codec=codec)
    return f'<video src="{path}"/>'


def playlist(folder):
    path = folder / "growth.smil"
    body = "".join(item(folder, number) for number in range(ITEMS))
    path.write_text(f'<smil><head><layout><root-layout width="1280" height="720"/></layout></head><body><seq repeatCount="{ROUNDS}">{body}</seq>'
                    "</body></smil>", encoding="utf-8")
    return path


def pss_mb(pid):
    lines = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def looks(process):
    """Proportional set size in MB, every half second of the whole run."""
    seen = []
    while process.poll() is None:
        try:
            seen.append(pss_mb(process.pid))
        except (FileNotFoundError, ProcessLookupError, StopIteration):
            break  # it is just ending
        time.sleep(PAUSE)
    if process.wait():
        raise Failed(f"jtv-player ended with status {process.returncode} during a measurement")
    return seen


def run(setting, path):
    """Growth in MB from the second to the last tenth of the run, and the level of the second."""
    stats = setting.folder / "stats.json"
    seen = looks(setting.begin([BUILD / "bin/jtv-player", "play", path, "--offscreen", "--size", "1280x720", "--language", "de", "ar", "fa",
                                "uk", "--stats", stats]))
    figures = json.loads(stats.read_text(encoding="utf-8"))
    if figures["items_played"] < ITEMS * ROUNDS or figures["items_failed"]:
        raise Failed(f"only {figures['items_played']} items were played and {figures['items_failed']} failed during a measurement")
    tenth = len(seen) // 10
    before, after = (statistics.median(part) for part in (seen[tenth:2 * tenth], seen[-tenth:]))
    return after - before, before


def measure(setting):
    runs = [run(setting, playlist(setting.folder))]
    entry = result("growth", f"growth of memory (PSS) from item {ITEMS * ROUNDS // 10} to {ITEMS * ROUNDS}", [(growth, None) for growth, _ in runs],
                   unit="MB", bar=1)
    entry["level"] = [round(level, 1) for _, level in runs]
    yield entry
