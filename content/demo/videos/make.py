#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Makes an explainer video of the demo programme: H.264 High 1080p30 + AAC (silent), WebVTT captions beside it.

Needs python3-gi, python3-gi-cairo, python3-cairo, gir1.2-pango-1.0, fonts-noto-core and GStreamer with x264 and libav.
"""

import argparse
import os
import subprocess
import sys

import drawing
import stories

AUDIO_RATE, AUDIO_BLOCK = 48000, 1024


def encoder(output, seconds):
    """The GStreamer process that takes raw pictures on its standard input."""
    blocks = int(seconds * AUDIO_RATE / AUDIO_BLOCK)
    size = drawing.WIDTH * drawing.HEIGHT * 4
    return subprocess.Popen(
        ["gst-launch-1.0", "-q", "mp4mux", "name=mux", "faststart=true", "!", "filesink", f"location={output}",
         "fdsrc", "fd=0", f"blocksize={size}", "!",
         "rawvideoparse", "format=bgrx", f"width={drawing.WIDTH}", f"height={drawing.HEIGHT}", f"framerate={drawing.RATE}/1", "!",
         "queue", "max-size-buffers=4", "max-size-bytes=0", "!", "videoconvert", "!",
         "video/x-raw,format=I420,colorimetry=bt709", "!",
         "x264enc", "speed-preset=veryfast", "pass=quant", "quantizer=19", f"key-int-max={drawing.RATE * 2}", "bframes=2", "!",
         "video/x-h264,profile=high", "!", "h264parse", "!", "queue", "!", "mux.",
         "audiotestsrc", "wave=silence", f"num-buffers={blocks}", f"samplesperbuffer={AUDIO_BLOCK}", "!",
         f"audio/x-raw,rate={AUDIO_RATE},channels=2", "!", "avenc_aac", "bitrate=64000", "!", "queue", "!", "mux."],
        stdin=subprocess.PIPE)


def clock(seconds):
    return f"{int(seconds // 3600):02}:{int(seconds // 60) % 60:02}:{seconds % 60:06.3f}"


def captions(film):
    lines = ["WEBVTT", "Language: de", ""]
    for begin, scene in film.begins():
        lines += [f"{clock(begin)} --> {clock(begin + scene.seconds)}", scene.caption, ""]
    return "\n".join(lines)


def make(name, output):
    film = stories.Film(name)
    partial = output + ".part"
    process = encoder(partial, film.seconds)
    frames = round(film.seconds * drawing.RATE)
    try:
        for number in range(frames):
            process.stdin.write(film.draw(number / drawing.RATE).get_data())
            if number % drawing.RATE == 0 and sys.stderr.isatty():
                print(f"\r{name}: {number * 100 // frames} %", end="", file=sys.stderr)
        process.stdin.close()
    except BrokenPipeError:
        pass
    if process.wait() != 0:
        if os.path.exists(partial):
            os.unlink(partial)
        sys.exit(f"{name}: GStreamer could not encode the video; see its message above.")
    with open(os.path.splitext(output)[0] + ".vtt", "w", encoding="utf-8") as file:
        file.write(captions(film))
    os.replace(partial, output)  # seen by others only when it is whole


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name", choices=sorted(stories.STORIES))
    parser.add_argument("-o", "--output", required=True, metavar="FILE.mp4")
    parser.add_argument("--still", type=float, metavar="SECONDS", help="write this moment as a PNG instead")
    arguments = parser.parse_args()
    if arguments.still is not None:
        stories.Film(arguments.name).draw(arguments.still).write_to_png(arguments.output)
    else:
        make(arguments.name, arguments.output)


if __name__ == "__main__":
    main()
