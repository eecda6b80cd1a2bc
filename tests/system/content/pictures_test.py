#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""What jtv-ingest makes of pictures of every kind, compared with Pillow's and ImageMagick's reading of them."""
import io
import itertools
import json
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

try:
    from PIL import Image, ImageChops, ImageCms, ImageDraw, ImageOps, ImageSequence, ImageStat
except ImportError:
    print("SKIPPED: no Pillow; install python3-pil")
    sys.exit(0)

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import icc_profiles  # noqa: E402

PROGRAM = os.environ["JTV_INGEST"]
SRGB = ImageCms.createProfile("sRGB")
# Started from a small process: a child's memory counts from that of the one that starts it.
MEASURED = """import os, sys
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
with open(sys.argv[1], "w", encoding="ascii") as told:
    told.write(f"{os.waitstatus_to_exitcode(status)} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss}")
"""
COLOURS_OF = {"RGB": "RGB ", "L": "GRAY", "CMYK": "CMYK"}


def scene(mode="RGB"):
    """Ramps of every colour, and a mark in one corner by which each way of turning it shows."""
    width, height = 96, 64
    ramp = Image.linear_gradient("L")
    red = ramp.rotate(90).resize((width, height))
    green = ramp.resize((width, height))
    blue = ImageChops.invert(red).rotate(180)
    picture = Image.merge("RGB", (red, green, blue))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 23, 15), fill=(255, 255, 255))
    draw.rectangle((0, 48, 23, 63), fill=(20, 20, 20))
    draw.rectangle((72, 0, 95, 15), fill=(230, 30, 40))
    draw.ellipse((40, 24, 60, 44), fill=(30, 200, 60))
    if mode in ("RGBA", "LA"):
        picture = picture.convert(mode)
        picture.putalpha(ramp.rotate(180).resize((width, height)))
        return picture
    if mode == "P":
        return picture.quantize(200)
    return picture if mode == "RGB" else picture.convert(mode)


def seen(picture):
    """What a viewer sees: the first picture, upright, in sRGB, with alpha."""
    picture.seek(0)
    profile = picture.info.get("icc_profile")
    exif = picture.getexif()
    if picture.mode in ("I", "I;16"):
        picture = picture.point(lambda value: value * (1 / 257)).convert("L")
    alpha = None
    if picture.mode in ("P", "1"):
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    if picture.mode in ("LA", "RGBA"):
        alpha = picture.getchannel("A")
        picture = picture.convert(picture.mode[:-1])
    if profile:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if meant.profile.xcolor_space == COLOURS_OF[picture.mode]:
            picture = ImageCms.profileToProfile(picture, meant, SRGB, outputMode="RGB")
    picture = picture.convert("RGB").convert("RGBA")
    if alpha:
        picture.putalpha(alpha)
    picture.getexif()[274] = exif.get(274, 1)
    return ImageOps.exif_transpose(picture)


def on_grey(picture):
    ground = Image.new("RGBA", picture.size, (128, 128, 128, 255))
    return Image.alpha_composite(ground, picture.convert("RGBA")).convert("RGB")


def blank_png(width, height, depth, interlaced):
    """Black and as large as one likes, in a few kB."""
    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    packer = zlib.compressobj(1)
    row = bytes(1 + width * depth // 8)
    body = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, depth, 0, 0, 0, interlaced)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


class Pictures(unittest.TestCase):
    def setUp(self):
        self.room = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.room.name)
        self.out = self.folder / "out"
        self.out.mkdir()
        self.addCleanup(self.room.cleanup)

    def ingest(self, file):
        """Exit status, output, errors, seconds of a processor, and the most memory in kB."""
        told = pathlib.Path(self.room.name) / "told"
        job = subprocess.run([sys.executable, "-IS", "-c", MEASURED, told, PROGRAM, file, "-o", self.out], check=True,
                             capture_output=True, text=True)
        code, seconds, memory = told.read_text(encoding="ascii").split()
        return int(code), job.stdout, job.stderr, float(seconds), int(memory)

    def made(self, file):
        code, out, err, *_ = self.ingest(file)
        self.assertEqual(code, 0, f"{file.name}: {err}")
        answer = json.loads(out.splitlines()[-1])
        return Image.open(answer["file"]), answer

    def compare(self, name, ours, wanted, most):
        ours, wanted = on_grey(ours), on_grey(wanted)
        self.assertEqual(ours.size, wanted.size, name)
        # Blocks of 4 x 4: what JPEG does to single pixels is not looked at.
        small = (max(1, ours.width // 4), max(1, ours.height // 4))
        difference = ImageChops.difference(ours.resize(small, Image.Resampling.BOX),
                                           wanted.resize(small, Image.Resampling.BOX))
        worst = max(channel[1] for channel in difference.getextrema())
        mean = max(ImageStat.Stat(ImageChops.difference(ours, wanted)).mean)
        self.assertLessEqual(worst, most, f"{name}: the worst block")
        self.assertLessEqual(mean, max(1.0, most / 3), f"{name}: in the mean")

    def check(self, name, most):
        file = self.folder / name
        with Image.open(file) as wanted, self.made(file)[0] as ours:
            self.compare(name, ours, seen(wanted), most)

    def save(self, name, picture, **options):
        picture.save(self.folder / name, **{key: value for key, value in options.items() if value is not None})
        return self.folder / name

    def convert(self, name, *options):
        subprocess.run(["convert", *map(str, options), str(self.folder / name)], check=True, timeout=60)

    def test_jpeg_of_every_kind(self):
        profiles = {"RGB": icc_profiles.wide(), "L": icc_profiles.grey(), "CMYK": icc_profiles.inks()}
        for mode, profile, progressive in itertools.product(profiles, (None, "own", "other"), (False, True)):
            chosen = {None: None, "own": profiles[mode],
                      "other": profiles["CMYK" if mode == "RGB" else "L" if mode == "CMYK" else "CMYK"]}[profile]
            name = f"{mode}-{profile}-{progressive}.jpg"
            with self.subTest(name):
                self.save(name, scene(mode), quality=95, progressive=progressive, icc_profile=chosen)
                self.check(name, 9 if mode == "CMYK" else 6)

    def test_grey_jpeg_with_a_profile_for_colours(self):
        self.save("grey.jpg", scene("L"), quality=95, icc_profile=icc_profiles.wide())
        file = self.folder / "grey.jpg"
        with Image.open(file) as stored:
            coloured = stored.convert("RGB")
        meant = ImageCms.ImageCmsProfile(io.BytesIO(icc_profiles.wide()))
        self.compare("grey.jpg", self.made(file)[0], ImageCms.profileToProfile(coloured, meant, SRGB), 5)

    def test_every_orientation_of_every_format_that_tells_one(self):
        for orientation, ending in itertools.product(range(0, 10), ("jpg", "png", "webp")):
            name = f"turned-{orientation}.{ending}"
            with self.subTest(name):
                exif = Image.Exif()
                exif[274] = orientation
                self.save(name, scene(), exif=exif, lossless=True if ending == "webp" else None, quality=95)
                self.check(name, 6)

    def test_png_of_every_kind(self):
        for mode, profiled in itertools.product(("1", "L", "LA", "P", "RGB", "RGBA"), (False, True)):
            name = f"{mode}-{profiled}.png"
            with self.subTest(name):
                grey = mode in ("1", "L", "LA")
                profile = icc_profiles.grey() if grey else icc_profiles.wide()
                self.save(name, scene(mode), icc_profile=profile if profiled else None)
                self.check(name, 2)

    def test_deep_interlaced_and_see_through_png(self):
        self.save("from.png", scene("RGBA"))
        (self.folder / "wide.icc").write_bytes(icc_profiles.wide())
        kinds = {"grey": 0, "colour": 2, "grey-alpha": 4, "colour-alpha": 6}
        for (word, kind), depth, interlace in itertools.product(kinds.items(), (8, 16), ("None", "PNG")):
            name = f"{word}-{depth}-{interlace}.png"
            with self.subTest(name):
                self.convert(name, self.folder / "from.png", "-alpha", "off" if kind < 4 else "on", "-interlace",
                             interlace, "-define", f"png:color-type={kind}", "-define", f"png:bit-depth={depth}",
                             "-define", "png:exclude-chunks=gAMA,cHRM,sRGB", *(["-colorspace", "Gray"] if kind in
                                                                              (0, 4) else []))
                self.check(name, 2)
        for interlace in ("None", "PNG"):
            name = f"profiled-16-{interlace}.png"
            with self.subTest(name):
                self.convert(name, self.folder / "from.png", "-interlace", interlace, "-profile",
                             self.folder / "wide.icc", "-define", "png:color-type=6", "-define", "png:bit-depth=16")
                self.check(name, 3)

    def test_palette_with_see_through_colours(self):
        picture = scene("P")
        for ending in ("png", "gif"):
            name = f"palette.{ending}"
            with self.subTest(name):
                self.save(name, picture, transparency=picture.getpixel((50, 34)))
                self.check(name, 2)
                with self.made(self.folder / name)[0] as ours:
                    self.assertEqual(ours.convert("RGBA").getpixel((50, 34))[3], 0)

    def test_webp_of_every_kind(self):
        for mode, lossless, profiled in itertools.product(("RGB", "RGBA"), (False, True), (False, True)):
            name = f"{mode}-{lossless}-{profiled}.webp"
            with self.subTest(name):
                self.save(name, scene(mode), lossless=lossless, quality=95,
                          icc_profile=icc_profiles.wide() if profiled else None)
                self.check(name, 7)

    def test_first_picture_of_a_moving_one_is_kept_and_that_is_told(self):
        later = [ImageOps.mirror(scene()), ImageOps.flip(scene())]
        for ending in ("gif", "png", "webp"):
            name = f"moving.{ending}"
            with self.subTest(name):
                options = {"lossless": True} if ending == "webp" else {}
                self.save(name, scene(), save_all=True, append_images=later, duration=100, **options)
                with Image.open(self.folder / name) as stored:
                    self.assertEqual(sum(1 for _ in ImageSequence.Iterator(stored)), 3)
                self.check(name, 6)
                self.assertTrue(self.made(self.folder / name)[1]["moves"])
                self.save("still." + ending, scene())
                self.assertFalse(self.made(self.folder / ("still." + ending))[1]["moves"])

    def test_maintainers_pictures_look_as_elsewhere(self):
        shared = pathlib.Path(os.environ.get("JTV_SHARED", pathlib.Path(__file__).resolve().parents[4] / "shared"))
        folder = shared / "data/images/misc"
        if not folder.is_dir():
            print(f"SKIPPED: no {folder}")
            return
        for file in sorted(folder.iterdir()):
            if file.suffix.lower() in (".jpg", ".png", ".gif", ".webp"):
                with self.subTest(file.name), Image.open(file) as wanted, self.made(file)[0] as ours:
                    self.compare(file.name, ours, seen(wanted), 12)

    def test_what_is_cut_off_is_refused_soon_and_in_little_memory(self):
        large = scene().resize((3000, 2000), Image.Resampling.BICUBIC)
        files = [self.save("a.jpg", large, quality=90), self.save("b.jpg", large, progressive=True),
                 self.save("c.png", large, compress_level=1), self.save("d.webp", large, method=0),
                 self.save("e.gif", large.quantize(64)), self.save("f.jpg", large.convert("CMYK")),
                 self.save("g.pdf", large), self.save("h.webp", scene(), save_all=True, append_images=[large.resize((
                     96, 64))], duration=100)]
        for file, part in itertools.product(files, (0.02, 0.3, 0.6, 0.98)):
            with self.subTest(f"{file.name} {part}"):
                cut = self.folder / ("cut" + file.suffix)
                whole = file.read_bytes()
                cut.write_bytes(whole[:int(len(whole) * part)])
                self.refused(cut)

    def test_bombs_are_refused_soon_and_in_little_memory(self):
        files = [self.folder / name for name in ("vast.png", "deep.png", "vast.gif")]
        files[0].write_bytes(blank_png(30000, 30000, 1, False))
        files[1].write_bytes(blank_png(6500, 6400, 16, True))
        files[2].write_bytes(b"GIF89a" + struct.pack("<HHBBB", 65000, 65000, 0x80, 0, 0) + bytes(6) + b"," +
                             struct.pack("<HHHHB", 0, 0, 65000, 65000, 0) + b"\2\2\x44\x0a\0;")
        for file in files:
            with self.subTest(file.name):
                self.refused(file)

    def refused(self, file):
        code, out, err, seconds, memory = self.ingest(file)
        self.assertEqual(code, 1, f"{file.name}: {out}")
        self.assertEqual(err.count("\n"), 1, err)
        self.assertLess(seconds, 1, "seconds of a processor")
        self.assertLess(memory, 200_000, "kB")
        self.assertEqual(list(self.out.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
