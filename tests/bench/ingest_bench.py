# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The encoding of jtv-ingest against ffmpeg's with the same preset, quality, threads and filters, in pairs; loudness and check apart."""
import json
import os
import pathlib
import shutil
import subprocess
import time

from measure import BUILD, ROOT, Failed, result

PRESET, QUALITY, THREADS = "medium", "20", "2"
BAR = 1.15
CLIPS = {"landscape1.mp4": (0, "null"), "VID_20191220_170832.mp4": (90, "transpose=clock,fps=30")}


def clips():
    folder = pathlib.Path(os.environ.get("JTV_SHARED", ROOT.parent / "shared")) / "data" / "video"
    if not folder.is_dir():
        raise Failed(f"there is no folder {folder}; name the one with data/video in it by JTV_SHARED")
    return folder


def ours(clip, degrees, folder):
    """Seconds of encoding and writing, and of the whole job but for the loudness."""
    command = [BUILD / "bin/jtv-ingest", clip, "-o", folder, "--board", "pi4", "--always", "--rotate", str(degrees),
               "--preset", PRESET, "--quality", QUALITY, "--threads", THREADS]
    began = time.monotonic()
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    whole = time.monotonic() - began
    if run.returncode:
        raise Failed(f"jtv-ingest failed on {clip.name}: {run.stderr.strip()}")
    steps = json.loads(run.stdout.splitlines()[-1])["steps"]
    return (steps["encode"] + steps["write"]) / 1000, whole - steps.get("loudness", 0) / 1000


def ffmpeg(clip, filters, folder):
    command = ["ffmpeg", "-v", "error", "-y", "-noautorotate", "-i", clip, "-vf", filters, "-c:v", "libx264", "-preset", PRESET, "-crf", QUALITY,
               "-maxrate", "20M", "-bufsize", "20M", "-profile:v", "high", "-g", "60", "-threads", THREADS, "-c:a", "aac", "-b:a", "160k",
               "-ar", "48000", "-ac", "2", "-movflags", "+faststart", folder / "peer.mp4"]
    began = time.monotonic()
    if subprocess.run([str(word) for word in command], check=False).returncode:
        raise Failed(f"ffmpeg failed on {clip.name}")
    return time.monotonic() - began


def measure(setting):
    for name, (degrees, filters) in CLIPS.items():
        encoding, whole = [], []
        for _ in range(setting.runs):
            folder = setting.folder / "ingest"
            folder.mkdir()
            step, job = ours(clips() / name, degrees, folder)
            peer = ffmpeg(clips() / name, filters, folder)
            encoding.append((step, peer))
            whole.append((job, peer))
            shutil.rmtree(folder)
        yield result("ingest", f"encoding {name}", encoding, unit="s", bar=BAR, peer_name="ffmpeg")
        yield result("ingest", f"{name} with look, check by decoding and stills", whole, unit="s", bar=2, peer_name="ffmpeg")
