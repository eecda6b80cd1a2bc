# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Makes clips and pictures that carry item and frame number as black and white blocks, for jtv-observe."""
import struct
import subprocess
import zlib

CODECS = {  # encoder and container by name; all from Debian's GStreamer packages
    "h264": "x264enc speed-preset=ultrafast bitrate=4000 key-int-max=30 ! video/x-h264,profile=main ! h264parse ! mp4mux",
    # A stream of constant rate, which can be read while it is still written.
    "stream": "x264enc speed-preset=ultrafast bitrate=2000 key-int-max=30 tune=zerolatency option-string=nal-hrd=cbr "
              "! video/x-h264,profile=main ! h264parse ! mpegtsmux",
    "vp8": "vp8enc deadline=1 target-bitrate=4000000 ! webmmux",
    "vp9": "vp9enc deadline=1 cpu-used=8 target-bitrate=4000000 ! webmmux",
}
SOUND = {"mp4mux": "voaacenc ! aacparse", "webmmux": "opusenc"}  # by container


def gray_frame(item, frame, width, height):
    """One 8-bit gray picture: 4 rows of 8 bits in the upper quarter, a calm gray below."""
    numbers = [item, frame >> 8, frame & 0xFF]
    numbers.append(numbers[0] ^ numbers[1] ^ numbers[2] ^ 0x5A)
    rows = []
    for row, number in enumerate(numbers):
        line = bytearray()
        for column in range(8):
            columns = (column + 1) * width // 8 - column * width // 8
            line += (b"\xeb" if number >> (7 - column) & 1 else b"\x10") * columns
        rows.append(bytes(line) * ((row + 1) * height // 16 - row * height // 16))
    rest = height - 4 * height // 16
    rows.append(bytes([0x50 + item * 16 % 0x60]) * width * rest)
    return b"".join(rows)


def make_clip(path, item, frames, width=640, height=360, rate=30, codec="h264", sound=False):
    """A clip of so many frames, with or without a tone; raises CalledProcessError when GStreamer cannot."""
    container = CODECS[codec].split()[-1]
    command = (f"fdsrc ! rawvideoparse format=gray8 width={width} height={height} framerate={rate}/1 ! videoconvert "
               f"! video/x-raw,format=I420 ! {CODECS[codec]} name=container ! filesink").split() + [f"location={path}"]
    if sound:
        pieces = frames * 50 // rate  # of 20 ms
        command += (f"audiotestsrc num-buffers={pieces} samplesperbuffer=960 ! audio/x-raw,rate=48000 ! audioconvert "
                    f"! {SOUND[container]} ! container.").split()
    with subprocess.Popen(["gst-launch-1.0", "-q", *command], stdin=subprocess.PIPE) as encoder:
        for frame in range(frames):
            encoder.stdin.write(gray_frame(item, frame, width, height))
        encoder.stdin.close()
        if encoder.wait() != 0:
            raise subprocess.CalledProcessError(encoder.returncode, "gst-launch-1.0")


def make_picture(path, item, width=640, height=360):
    """A PNG with frame number 0."""
    gray = gray_frame(item, 0, width, height)
    lines = b"".join(b"\0" + gray[row * width:(row + 1) * width] for row in range(height))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b""))
