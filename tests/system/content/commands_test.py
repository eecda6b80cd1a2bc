#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""jtv-content render and qr as a caller sees them: pictures another program reads, exit codes, one sentence."""
import os
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import unittest

PROGRAM = pathlib.Path(os.environ["JTV_CONTENT"])
SLIDES = pathlib.Path(__file__).resolve().parents[3] / "content/demo/slides"
LANGUAGES = ("de", "en", "ar", "fa", "uk")


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False)


def scanned(picture):
    """What zbarimg reads in the picture: a list of texts."""
    done = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, timeout=60, check=False)
    return done.stdout.splitlines()


def size_of(picture):
    return struct.unpack(">II", picture.read_bytes()[16:24])


class Commands(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.out = pathlib.Path(self.folder.name) / "out.png"

    def fails(self, code, sentence, *arguments):
        done = run(*arguments)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        self.assertRegex(done.stderr, sentence)
        self.assertFalse(self.out.exists())
        return done.stderr

    def test_every_qr_slide_is_read_in_every_language_and_size(self):
        for slide in ("qr-termin", "qr-unterlagen"):
            for language in LANGUAGES:
                for size in ("1920x1080", "1080x1920", "1280x720"):
                    with self.subTest(slide=slide, language=language, size=size):
                        done = run("render", SLIDES / f"{slide}.xml", "--language", language, "--size", size, "-o", self.out)
                        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
                        self.assertEqual("x".join(map(str, size_of(self.out))), size)
                        self.assertEqual(scanned(self.out), ["https://www.jobcenter.digital"])

    def test_every_demo_slide_is_drawn_in_every_language(self):
        for slide in sorted(SLIDES.glob("*.xml")):
            for language in LANGUAGES:
                with self.subTest(slide=slide.name, language=language):
                    done = run("render", slide, "--language", language, "-o", self.out)
                    self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_the_same_slide_gives_the_same_bytes(self):
        pictures = []
        for _ in range(2):
            self.assertEqual(run("render", SLIDES / "termin.xml", "--language", "ar", "-o", self.out).returncode, 0)
            pictures.append(self.out.read_bytes())
        self.assertEqual(*pictures)

    def test_a_code_that_fits_is_read_and_one_that_cannot_names_the_distance(self):
        address = "https://www.jobcenter.digital"
        self.assertEqual(run("qr", address, "--distance", "4m", "--diagonal", "43in", "-o", self.out).returncode, 0)
        self.assertEqual(scanned(self.out), [address])
        self.out.unlink()
        sentence = self.fails(1, "at most", "qr", address, "--distance", "9m", "--diagonal", "32in", "-o", self.out)
        works = re.search(r"from ([0-9.]+) m at most", sentence).group(1)
        self.assertEqual(run("qr", address, "--distance", works + "m", "--diagonal", "32in", "-o", self.out).returncode, 0)

    def test_tracking_is_named_and_removed_on_request(self):
        address = "https://www.jobcenter.digital/?utm_source=tv"
        self.fails(1, "utm_source", "qr", address, "-o", self.out)
        self.assertEqual(run("qr", address, "--remove-tracking", "-o", self.out).returncode, 0)
        self.assertEqual(scanned(self.out), ["https://www.jobcenter.digital/"])

    def test_addresses_on_an_own_domain_are_packed_in_capitals(self):
        address = "https://www.jobcenter.digital/t1"
        self.assertEqual(run("qr", address, "--own-domain", "jobcenter.digital,stadt.de", "-o", self.out).returncode, 0)
        self.assertEqual(scanned(self.out), [address.upper()])
        self.assertEqual(run("qr", address, "--own-domain", "stadt.de", "-o", self.out).returncode, 0)
        self.assertEqual(scanned(self.out), [address])

    def test_languages_side_by_side_and_large_type(self):
        slide = SLIDES / "mitbringen.xml"
        self.assertEqual(run("render", slide, "--language", "de", "-o", self.out).returncode, 0)
        self.assertEqual(run("render", SLIDES / "ruecksicht.xml", "--language", "de+ar", "-o", self.out).returncode, 0)
        self.out.unlink()
        self.fails(1, r"mitbringen\.xml:\d+: error: .*too long", "render", slide, "--language", "de", "--large-type", "-o", self.out)

    def test_the_wait_of_each_language_is_told(self):
        playlist = self.out.with_name("a.smil")
        items = "".join(f'<ref src="{SLIDES / name}" type="application/x-jtv-slide+xml"/>' for name in ("termin.xml", "ruecksicht.xml"))
        playlist.write_text(f'<smil xmlns="http://www.w3.org/ns/SMIL"><body>{items}<video src="a.mp4" dur="90s"/></body></smil>', encoding="utf-8")
        done = run("languages", playlist, "--languages", "de,ar,el")
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = [line.split("\t") for line in done.stdout.splitlines()]
        self.assertEqual(len(lines), 3 * 4)
        self.assertGreaterEqual(float(next(wait for language, item, wait in lines if (language, item) == ("ar", "*"))), 90)
        self.assertIn(["el", "*", "never"], lines)
        self.assertRegex(done.stderr, "a visitor who reads el never sees anything readable")

    def test_failures_are_one_sentence_with_the_right_exit_code(self):
        slide = SLIDES / "termin.xml"
        self.fails(1, r"Ελληνικά \(el\)", "render", slide, "--language", "el", "-o", self.out)
        self.fails(1, "characters too long", "render", slide, "--distance", "9m", "-o", self.out)
        self.fails(2, "check the path", "render", self.out.with_name("none.xml"), "-o", self.out)
        self.fails(2, "--size", "render", slide, "--size", "large", "-o", self.out)
        self.fails(2, "--distance", "qr", "https://x.example", "--distance", "far", "-o", self.out)
        self.fails(2, "URL", "qr")
        broken = self.out.with_name("broken.xml")
        broken.write_text('<slide xmlns="urn:jobcenter-tv:slide:1" xml:lang="de" template="notice">\n<txt/></slide>', encoding="utf-8")
        self.fails(1, r"broken\.xml:2: .*txt", "render", broken, "-o", self.out)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
