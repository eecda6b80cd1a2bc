# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""Slides: our typesetting against a browser's. The browser starts, sets the same words on a page of the same build and writes a picture
of it, and so does jtv-content; what a warm process needs has no peer, it is measured alone."""
import html
import json
import os
import subprocess
import time
import xml.etree.ElementTree as tree

from measure import BUILD, ROOT, Failed, result

SLIDE = ROOT / "content/demo/slides/termin.xml"
NAMESPACE = {"s": "urn:jobcenter-tv:slide:1"}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
PAGE = """<!DOCTYPE html><html lang="{language}" dir="{direction}"><meta charset="utf-8"><style>
body {{ margin: 0; width: 1920px; height: 1080px; display: flex; font: 62px/1.34 "Noto Sans"; color: #1c2b30; background: #f7f9f8 }}
aside {{ width: 413px; background: #004f59 }} main {{ padding: 70px 81px; flex: 1 }} h1 {{ margin: 0 0 30px; font-size: 90px; color: #06343c }}
</style><aside></aside><main><h1>{title}</h1><ol>{steps}</ol><p>{paragraph}</p></main></html>"""


def page(folder, language="ar"):
    text = next(entry for entry in tree.parse(SLIDE).getroot().findall("s:text", NAMESPACE) if entry.get(LANGUAGE) == language)
    words = [html.escape(" ".join(part.text.split())) for part in text.iter() if part.text and part.text.strip()]
    path = folder / "page.html"
    path.write_text(PAGE.format(language=language, direction="rtl", title=words[0], steps="".join(f"<li>{step}</li>" for step in words[1:-1]),
                                paragraph=words[-1]), encoding="utf-8")
    return path


def cost(arguments, name):
    """Seconds and the memory of a program and what it starts, in MB: the largest sum seen."""
    began = time.monotonic()
    process = subprocess.Popen([str(word) for word in arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)
    most = 0
    while process.poll() is None:
        most = max(most, session_memory(process.pid))
        time.sleep(0.005)
    if process.returncode:
        raise Failed(f"{name} ended with status {process.returncode} during a measurement")
    return time.monotonic() - began, most / 1024


def session_memory(session):
    """Proportional memory in kB of all processes of one session."""
    sum_kb = 0
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                if os.getsid(int(entry.name)) == session:
                    with open(f"/proc/{entry.name}/smaps_rollup", encoding="ascii") as lines:
                        sum_kb += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
            except (OSError, StopIteration):
                continue  # it ended meanwhile
    return sum_kb


def measure(setting):
    ours = [BUILD / "bin/jtv-content", "render", SLIDE, "--language", "ar", "-o", setting.folder / "ours.png"]
    browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=1920,1080",
               f"--user-data-dir={setting.folder / 'profile'}", f"--screenshot={setting.folder / 'browser.png'}", page(setting.folder).as_uri()]
    runs = [(cost(ours, "jtv-content"), cost(browser, "chromium")) for _ in range(setting.runs)]
    warm = [json.loads(subprocess.run([BUILD / "bin/jtv-slide-bench", SLIDE], check=True, capture_output=True, text=True).stdout)
            for _ in range(setting.runs)]
    return [
        result("content", "a slide from file to picture file", [(one[0], other[0]) for one, other in runs], unit="s", bar=1.0,
               peer_name="chromium --headless"),
        result("content", "memory for it", [(one[1], other[1]) for one, other in runs], unit="MB", bar=0.5, peer_name="chromium --headless"),
        result("content", "a slide in a warm process with a fresh font map", [(run["fresh_ms"], None) for run in warm], unit="ms", bar=40),
        result("content", "the same slide in another language", [(run["language_ms"], None) for run in warm], unit="ms", bar=10),
    ]
