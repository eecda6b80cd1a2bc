#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Makes the demo's explainer films: drawn by Cairo, captions in the picture and as WebVTT, H.264 High 1080p30 + silent AAC.

The same sources and the same GStreamer give the same bytes: nothing depends on the time of day.
"""
import argparse
import pathlib
import struct
import subprocess
import sys

import appointment
import cairo
import papers
from stage import FPS, HEIGHT, WIDTH, draw_frame

FILMS = {film.name: film for film in (appointment.FILM, papers.FILM)}
CONTAINERS = (b"moov", b"trak", b"mdia")


def draw(film, frame, surface):
    context = cairo.Context(surface)
    draw_frame(film, frame / FPS, context)
    surface.flush()


def encoder(path, frames):
    seconds = frames / FPS
    pipeline = (
        f"fdsrc fd=0 blocksize={WIDTH * HEIGHT * 4} ! rawvideoparse format=bgrx width={WIDTH} height={HEIGHT} framerate={FPS}/1 ! "
        "queue max-size-buffers=4 ! videoconvert n-threads=2 ! video/x-raw,format=I420,colorimetry=bt709 ! "
        "x264enc speed-preset=veryfast psy-tune=animation pass=qual quantizer=19 vbv-buf-capacity=0 key-int-max=60 ! "
        "video/x-h264,profile=high ! h264parse ! queue ! mux. "
        f"audiotestsrc wave=silence samplesperbuffer=1024 num-buffers={int(seconds * 48000 / 1024)} ! "
        "audio/x-raw,rate=48000,channels=2 ! avenc_aac bitrate=64000 ! aacparse ! queue ! mux. "
        f"mp4mux name=mux faststart=true ! filesink location={path}"
    )
    return subprocess.Popen(["gst-launch-1.0", "-q", *pipeline.split()], stdin=subprocess.PIPE)


def forget_the_time(path):
    """Sets the MP4's creation and modification times to 0, so that two runs make the same file."""
    content = bytearray(path.read_bytes())

    def walk(begin, end):
        while begin + 8 <= end:
            size, kind = struct.unpack(">I4s", content[begin:begin + 8])
            if size < 8:
                return
            if kind in CONTAINERS:
                walk(begin + 8, begin + size)
            elif kind in (b"mvhd", b"tkhd", b"mdhd"):
                width = 16 if content[begin + 8] == 1 else 8
                content[begin + 12:begin + 12 + width] = bytes(width)
            begin += size

    walk(0, len(content))
    path.write_bytes(content)


def stamp(seconds):
    return f"00:{int(seconds // 60):02d}:{seconds % 60:06.3f}"


def write_captions(film, path):
    cues = [f"{stamp(cue.begin)} --> {stamp(cue.end)}\n{cue.text}\n" for cue in film.captions]
    path.write_text("WEBVTT\n\n" + "\n".join(cues), encoding="utf-8")


def make(film, folder):
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".{film.name}.part"
    frames = round(film.seconds * FPS)
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
    process = encoder(part, frames)
    try:
        for frame in range(frames):
            draw(film, frame, surface)
            process.stdin.write(surface.get_data())
        process.stdin.close()
    except BrokenPipeError:
        pass  # GStreamer has ended early and says why
    if process.wait() != 0:
        raise SystemExit(f"make_videos: GStreamer could not encode {film.name}; its message stands above")
    forget_the_time(part)
    write_captions(film, folder / f"{film.name}.vtt")
    part.rename(folder / f"{film.name}.mp4")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("film", choices=sorted(FILMS), help="which film")
    parser.add_argument("-o", dest="output", type=pathlib.Path, required=True, help="the folder for NAME.mp4 and NAME.vtt, or with --frame the PNG")
    parser.add_argument("--frame", type=float, help="only the picture at this second, as PNG")
    options = parser.parse_args()
    film = FILMS[options.film]
    if options.frame is None:
        make(film, options.output)
        return
    surface = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
    draw(film, round(options.frame * FPS), surface)
    surface.write_to_png(str(options.output))


if __name__ == "__main__":
    sys.exit(main())
