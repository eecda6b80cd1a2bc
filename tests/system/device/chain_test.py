#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The whole chain with the real programs: enrol, approve, publish, slide on the screen; then both are killed and go on."""
import http.cookiejar
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.request

PROGRAMS = pathlib.Path(os.environ["JTV_BINARIES"])
PATIENCE = 60  # seconds for anything to happen on a busy machine

SLIDE = """<?xml version="1.0" encoding="UTF-8"?>
<slide xmlns="urn:jobcenter-tv:slide:1" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0"
       xml:lang="de" id="{id}" template="notice" theme="calm">
  <text xml:lang="de" reviewed="yes"><title>{title}</title><paragraph>Bitte haben Sie etwas Geduld.</paragraph></text>
</slide>
"""


class Scheduler:
    def __init__(self, folder, port=0, password=None):
        command = [PROGRAMS / "jtv-scheduler", "serve", "--data", folder / "data", "--listen", f"127.0.0.1:{port}"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self.url, self.password = None, password
        while self.url is None or self.password is None:
            line = self.process.stdout.readline()
            if not line:
                raise RuntimeError("the scheduler ended")
            if line.startswith("listening on "):
                self.url = line.split()[-1]
            if line.startswith("administrator password:"):
                self.password = line.split()[-1]
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies)
        self.call("POST", "/api/v1/session", {"name": "admin", "password": self.password})

    def call(self, method, path, body=None, kind="application/json"):
        data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
        headers = {"X-Jtv-Request": "1", "Content-Type": kind}
        request = urllib.request.Request(self.url + path, data=data, method=method, headers=headers)
        with self.opener.open(request) as answer:
            text = answer.read()
            return json.loads(text) if text.startswith((b"{", b"[")) else text

    def screen(self):
        screens = self.call("GET", "/api/v1/screens")["screens"]
        return screens[0] if screens else {}

    def slide(self, name, title):
        document = SLIDE.format(id=name, title=title).encode()
        return self.call("POST", "/api/v1/slides", document, "application/xml")["id"]

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


def until(question, what):
    """The first answer that is not empty."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        answer = question()
        if answer:
            return answer
        time.sleep(0.01)
    raise AssertionError(f"waited {PATIENCE} s for {what}")


class Chain(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.folder = pathlib.Path(directory.name)

    def start_player(self, url):
        settings = self.folder / "jobcenter-tv.conf"
        settings.write_text(
            f"server = {url}\nstate = {self.folder}/state\nname = Halle 2\nwindow = offscreen\nsize = 1280x720\n")
        stats = self.folder / "stats.json"
        player = subprocess.Popen([PROGRAMS / "jtv-player", "run", "--settings", settings, "--stats", stats])
        self.addCleanup(lambda: player.poll() is None and player.kill())
        return player

    def publish(self, scheduler, title):
        """Seconds from publishing until the screen reports that it shows the slide."""
        begun = time.monotonic()
        revision = scheduler.call("POST", "/api/v1/publish", {"note": title})["revision"]

        def shown():
            screen = scheduler.screen()
            return screen.get("revision_active") == revision and (screen["now_playing"] or {}).get("name") == title

        until(shown, f"the slide {title}")
        return time.monotonic() - begun

    def test_publish_reaches_the_screen_and_survives_every_kill(self):
        scheduler = Scheduler(self.folder)
        self.addCleanup(lambda: scheduler.process.poll() is None and scheduler.kill())
        player = self.start_player(scheduler.url)
        pending = until(lambda: scheduler.call("GET", "/api/v1/enrolment")["enrolments"], "the enrolment")
        approval = {"user_code": pending[0]["user_code"], "name": "Halle 2", "languages": ["de"]}
        scheduler.call("POST", "/api/v1/enrolment/approve", approval)
        until(lambda: scheduler.screen().get("online"), "the screen")

        first, second = scheduler.slide("eins", "Erste Seite"), scheduler.slide("zwei", "Zweite Seite")
        items = [{"kind": "slide", "id": first}]
        playlist = scheduler.call("POST", "/api/v1/playlists", {"name": "Alltag", "items": items})["id"]
        scheduler.call("PUT", "/api/v1/default-playlist", {"id": playlist})
        took = [self.publish(scheduler, "Erste Seite")]
        items = [{"kind": "slide", "id": second}]
        scheduler.call("PUT", f"/api/v1/playlists/{playlist}", {"name": "Alltag", "items": items})
        took.append(self.publish(scheduler, "Zweite Seite"))
        print("published → shown and reported:", ", ".join(f"{one:.2f} s" for one in took))

        player.kill()
        player.wait()
        port, password = int(scheduler.url.rsplit(":", 1)[1]), scheduler.password
        scheduler.kill()
        player = self.start_player(scheduler.url)  # cold start with the server off
        scheduler = Scheduler(self.folder, port, password)
        until(lambda: (scheduler.screen().get("now_playing") or {}).get("name") == "Zweite Seite", "the same slide")
        self.assertEqual(scheduler.screen()["revision_active"], 2)

        player.send_signal(signal.SIGTERM)
        self.assertEqual(player.wait(PATIENCE), 0)
        stats = json.loads((self.folder / "stats.json").read_text())
        self.assertEqual(stats["items_failed"], 0)
        self.assertEqual(stats["black_frames"], 0)
        self.assertGreaterEqual(stats["items_played"], 1)
        scheduler.kill()


if __name__ == "__main__":
    unittest.main()
