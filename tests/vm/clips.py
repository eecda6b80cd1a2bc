# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Short clips and a picture for the guest."""
import shutil
import subprocess

# name: (size, pictures, encoder words)
CLIPS = {
    "small.h264.mp4": ("640x384", 60, ["-c:v", "libx264", "-profile:v", "high"]),
    "long.h264.mp4": ("640x384", 1800, ["-c:v", "libx264", "-profile:v", "high", "-preset", "ultrafast"]),
    "full.h264.mp4": ("1024x768", 90, ["-c:v", "libx264", "-profile:v", "high"]),
    "small.vp9.webm": ("640x384", 60, ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"]),
    "small.vp8.webm": ("640x384", 60, ["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8"]),
}


def make(folder):
    folder.mkdir()
    for name, (size, pictures, encoder) in CLIPS.items():
        subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", f"testsrc2=size={size}:rate=30", "-frames:v", str(pictures),
                        "-pix_fmt", "yuv420p", "-g", "15", "-bf", "0", "-colorspace", "bt709", *encoder, str(folder / name)],
                       check=True, stdin=subprocess.DEVNULL)
    subprocess.run(["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=c=0x2060a0:size=1024x768,format=rgb24", "-frames:v", "1",
                    str(folder / "blue.png")], check=True, stdin=subprocess.DEVNULL)
    shutil.copy(folder / "full.h264.mp4", folder / "captioned.mp4")
    (folder / "captioned.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:59.000\nHeute um 14 Uhr\n", encoding="utf-8")
