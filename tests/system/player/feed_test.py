# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""`jtv-player play http://…`: the real player follows a real web server."""
import hashlib
import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "bench"))
from frame_code import make_clip, make_picture  # noqa: E402

PLAYER = os.environ["JTV_PLAYER"]
HEAD = '<smil><head><meta http-equiv="Refresh" content="1"/></head><body>'


class Site(http.server.ThreadingHTTPServer):
    """Files by path, with an ETag each; `after` is called with the path once an answer is out."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.files, self.asked, self.after = {}, [], lambda path: None
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def address(self, path):
        return f"http://127.0.0.1:{self.server_port}{path}"

    def close(self):
        self.shutdown()
        self.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):  # noqa: N802 (the library's name)
        content = self.server.files.get(self.path)
        etag = content and f'"{hashlib.sha256(content).hexdigest()}"'
        status = 404 if content is None else 304 if self.headers.get("If-None-Match") == etag else 200
        self.server.asked.append((self.path, status))
        self.send_response(status)
        if etag:
            self.send_header("ETag", etag)
        body = content if status == 200 else b""
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.server.after(self.path)

    def log_message(self, *_):
        pass


class Follows(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.temporary.name)
        self.site = Site()

    def tearDown(self):
        self.site.close()
        self.temporary.cleanup()

    def put_picture(self, name, number):
        make_picture(self.folder / name, number)
        self.site.files["/" + name] = (self.folder / name).read_bytes()

    def play(self, *arguments):
        stats = self.folder / "stats.json"
        ended = subprocess.run([PLAYER, "play", "--offscreen", "--size", "640x360", "--cache", self.folder / "cache", "--stats", stats, *arguments],
                               timeout=120, text=True, capture_output=True, check=False)
        return ended, json.loads(stats.read_text()) if stats.exists() else None

    def test_a_changed_playlist_takes_over_and_is_there_without_the_server(self):
        self.put_picture("a.png", 1)
        self.put_picture("b.png", 2)
        self.site.files["/index.smil"] = (HEAD + '<seq repeatCount="indefinite"><img src="a.png" dur="300ms"/></seq></body></smil>').encode()

        def change(path):  # when the first programme is there; the second one ends by itself
            if path == "/a.png":
                self.site.files["/index.smil"] = (HEAD + '<seq><img src="b.png" dur="1s"/></seq></body></smil>').encode()

        self.site.after = change
        ended, stats = self.play(self.site.address("/index.smil"))
        self.assertEqual(ended.returncode, 0, ended.stderr)
        self.assertEqual([item["source"] for item in stats["items"]][-1], "b.png")
        self.assertIn("a.png", [item["source"] for item in stats["items"]])
        self.assertEqual((stats["items_failed"], stats["black_frames"]), (0, 0))
        self.assertEqual(self.site.asked.count(("/b.png", 200)), 1)

        address = self.site.address("/index.smil")
        self.site.close()
        ended, stats = self.play(address)
        self.assertEqual(ended.returncode, 0, ended.stderr)
        self.assertEqual([item["source"] for item in stats["items"]], ["b.png"])
        self.site = Site()  # for tearDown

    def test_a_single_file_is_fetched_and_played(self):
        make_clip(self.folder / "a.mp4", 1, 30)
        self.site.files["/film?id=7"] = (self.folder / "a.mp4").read_bytes()
        ended, stats = self.play(self.site.address("/film?id=7"))
        self.assertEqual(ended.returncode, 0, ended.stderr)
        self.assertEqual([(item["kind"], item["end"]) for item in stats["items"]], [("video", "finished")])

    def test_a_wrong_address_is_told_in_a_sentence(self):
        ended, _ = self.play(self.site.address("/nowhere.smil"))
        self.assertEqual(ended.returncode, 2)
        self.assertRegex(ended.stderr, r"^jtv-player: http://\S+/nowhere.smil: the server answers with status 404; check the address\n$")

    def test_a_server_that_never_answers_is_told_when_the_time_is_over(self):
        address = self.site.address("/index.smil")
        self.site.close()
        ended, _ = self.play(address, "--for", "2s")
        self.assertEqual(ended.returncode, 2)
        self.assertRegex(ended.stderr.splitlines()[-1], r"^jtv-player: asking http://\S+: nobody answers; check the address and that the server runs$")
        self.site = Site()  # for tearDown

    def test_a_file_the_server_lacks_fails_alone(self):
        self.put_picture("a.png", 1)
        self.site.files["/index.smil"] = (HEAD + '<seq><img src="gone.png" dur="1s"/><img src="a.png" dur="300ms"/></seq></body></smil>').encode()
        ended, stats = self.play(self.site.address("/index.smil"))
        self.assertEqual(ended.returncode, 1, ended.stderr)
        self.assertEqual([item["end"] for item in stats["items"]], ["failed", "finished"], (stats, ended.stderr))


if __name__ == "__main__":
    unittest.main(verbosity=2)
