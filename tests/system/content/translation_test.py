#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Slides go through the translate-toolkit, as an XLIFF editor sees them and as PO files, and come back whole."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ET

PROGRAM = pathlib.Path(os.environ["JTV_CONTENT"])
SLIDES = pathlib.Path(__file__).resolve().parents[3] / "content/demo/slides"
PYTHON = "/usr/bin/python3"  # Debian's, which has the toolkit; the test may run under another

# Translates each unit to "<fr> source" and keeps its inline codes where they are.
TRANSLATE = """
import sys
from translate.storage.placeables import StringElem
from translate.storage.xliff import xlifffile
store = xlifffile.parsefile(sys.argv[1])
for unit in store.units:
    unit.rich_target = [StringElem(["el: "] + list(unit.rich_source[0].sub))]
    unit.markapproved(True)
store.savefile(sys.argv[2])
"""


def run(*arguments, code=0):
    done = subprocess.run(list(map(str, arguments)), capture_output=True, text=True, timeout=120, check=False)
    if done.returncode != code:
        raise AssertionError(f"{arguments}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def content(*arguments, code=0):
    return run(PROGRAM, *arguments, code=code)


def words(slide, language):
    """The text of each leaf of one language, and the state of the whole."""
    for text in ET.parse(slide).getroot().findall("{urn:jobcenter-tv:slide:1}text"):
        if text.get("{http://www.w3.org/XML/1998/namespace}lang") == language:
            leaves = [(leaf.tag.split("}")[1], " ".join(leaf.text.split())) for leaf in text.iter() if leaf.text and leaf.text.strip()]
            return text.get("state"), leaves
    return None, []


@unittest.skipUnless(shutil.which("xliff2po"), "SKIPPED: the translate-toolkit is not installed")
class Translation(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.xliff = self.folder / "a.xlf"
        self.back = self.folder / "b.xlf"

    def slide(self, name):
        return pathlib.Path(shutil.copy(SLIDES / name, self.folder))

    def comes_back(self, slide):
        content("xliff", "import", self.back, "--into", slide)
        state, leaves = words(slide, "el")
        self.assertEqual(state, "ready")
        expected = [(kind, text if kind == "address" else f"el: {text}") for kind, text in words(slide, "de")[1]]
        self.assertEqual(leaves, expected)
        self.assertEqual(content("check", slide).stdout, "")

    def test_every_demo_slide_comes_back_from_an_xliff_editor(self):
        for original in sorted(SLIDES.glob("*.xml")):
            with self.subTest(slide=original.name):
                slide = self.slide(original.name)
                content("xliff", "export", slide, "--to", "el", "--version-of-xliff", "1.2", "-o", self.xliff)
                run(PYTHON, "-c", TRANSLATE, self.xliff, self.back)
                self.comes_back(slide)

    def test_a_slide_comes_back_from_a_po_file(self):
        slide = self.slide("termin.xml")
        content("xliff", "export", slide, "--to", "el", "--version-of-xliff", "1.2", "-o", self.xliff)
        po = self.folder / "a.po"
        run("xliff2po", "--progress=none", self.xliff, po)
        text = re.sub(r'\nmsgid "(.+)"\nmsgstr ""', r'\nmsgid "\1"\nmsgstr "el: \1"', po.read_text())
        self.assertIn('"el: www.jobcenter.digital', text)
        po.write_text(text)
        run("po2xliff", "--progress=none", "-t", self.xliff, po, self.back)
        self.comes_back(slide)

    def test_a_hand_off_that_nobody_touched_changes_no_word(self):
        for original in sorted(SLIDES.glob("*.xml")):
            for language in ("en", "ar", "fa", "uk"):
                with self.subTest(slide=original.name, language=language):
                    slide = self.slide(original.name)
                    content("xliff", "export", slide, "--to", language, "-o", self.xliff)
                    content("xliff", "import", self.xliff, "--into", slide)
                    self.assertEqual(words(slide, language), ("ready", words(original, language)[1]))
                    content("xliff", "export", slide, "--to", language, "-o", self.back)
                    self.assertEqual(self.back.read_bytes(), self.xliff.read_bytes())

    def test_captions_come_back_from_an_xliff_editor_with_times_and_markup(self):
        source = self.folder / "film.de.vtt"
        source.write_text(
            "WEBVTT\n\nintro\n00:01.000 --> 00:09.000 line:0\nGuten Tag & <i>willkommen</i>\nim Jobcenter.\n\n"
            "00:10.000 --> 00:19.000\n- Wann?\n- Um 8:30 Uhr.\n"
        )
        content("xliff", "export", source, "--to", "el", "--version-of-xliff", "1.2", "-o", self.xliff)
        run(PYTHON, "-c", TRANSLATE, self.xliff, self.back)
        done = content("xliff", "import", self.back, "--into", source)
        self.assertEqual(done.stdout, "")
        self.assertEqual(
            (self.folder / "film.el.vtt").read_text(),
            "WEBVTT\n\nintro\n00:00:01.000 --> 00:00:09.000 line:0\nel: Guten Tag &amp; <i>willkommen</i> im Jobcenter.\n\n"
            "00:00:10.000 --> 00:00:19.000\nel: - Wann?\nel: - Um 8:30 Uhr.\n",
        )
        # What was done stays when the source changes; only what changed is done again.
        source.write_text(source.read_text().replace("Wann?", "Um wie viel Uhr?"))
        content("xliff", "export", source, "--to", "el", "--before", self.back, "-o", self.xliff)
        states = re.findall(r'<segment id="s" state="(\w+)"', self.xliff.read_text())
        self.assertEqual(states, ["reviewed", "initial", "reviewed"])

    def test_a_deleted_address_and_a_foreign_file_are_refused_and_the_slide_stays(self):
        slide = self.slide("termin.xml")
        before = slide.read_bytes()
        content("xliff", "export", slide, "--to", "en", "-o", self.xliff)
        text = self.xliff.read_text()
        self.xliff.write_text(re.sub(r"(<target>[^<]*)<ph [^>]*/>", r"\1", text))
        refused = content("xliff", "import", self.xliff, "--into", slide, code=1)
        self.assertRegex(refused.stderr, rf"^jtv-content: {self.xliff}:\d+: .*must not be deleted")
        self.xliff.write_text(text.replace('original="termin"', 'original="haus"'))
        refused = content("xliff", "import", self.xliff, "--into", slide, code=1)
        self.assertRegex(refused.stderr, rf"^jtv-content: {self.xliff}:\d+: .*haus")
        self.assertEqual(slide.read_bytes(), before)
        content("xliff", "import", self.folder / "none.xlf", "--into", slide, code=2)
        content("xliff", "export", slide, "--to", "f r", "-o", self.xliff, code=1)


if __name__ == "__main__":
    unittest.main()
