# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The scheduler's public HTTP API, as much of it as the demo needs; the same calls that the web page makes."""
import base64
import json
import pathlib
import time
import urllib.error
import urllib.request

CHUNK = 8 * 1024 * 1024  # bytes in one PATCH


class Refused(Exception):
    """The scheduler said no; the text is its own sentence."""


class Client:
    def __init__(self, address):
        self.address = address
        self.cookie = ""

    def request(self, method, path, body=None, headers=None):
        """One exchange; gives (headers, bytes). A dict or list as body is sent as JSON."""
        sent = {"X-Jtv-Request": "1", **(headers or {})}
        if self.cookie:
            sent["Cookie"] = self.cookie
        if isinstance(body, (dict, list)):
            body = json.dumps(body).encode()
            sent["Content-Type"] = "application/json"
        if body is None and method in ("POST", "PUT", "PATCH"):
            body = b""
        request = urllib.request.Request(self.address + path, data=body, method=method, headers=sent)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                if answer.headers.get("Set-Cookie"):
                    self.cookie = answer.headers["Set-Cookie"].split(";")[0]
                return answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            raise Refused(f"{method} {path}: {sentence(error)}") from None

    def json(self, method, path, body=None, headers=None):
        text = self.request(method, path, body, headers)[1]
        return json.loads(text) if text else {}

    def log_in(self, password, name="admin"):
        self.json("POST", "/api/v1/session", {"name": name, "password": password})

    def add_slide(self, path):
        return self.json("POST", "/api/v1/slides", pathlib.Path(path).read_bytes(), {"Content-Type": "application/xml"})["id"]

    def upload(self, path, media_type, seconds=120):
        """Sends a file by tus and waits until it has been checked; gives the asset's id."""
        path = pathlib.Path(path)
        metadata = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}"
                            for key, value in (("filename", path.name), ("filetype", media_type)))
        headers, _ = self.request("POST", "/api/v1/assets", None, {
            "Tus-Resumable": "1.0.0", "Upload-Length": str(path.stat().st_size), "Upload-Metadata": metadata})
        place = headers["Location"].removeprefix(self.address)
        offset = 0
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                self.request("PATCH", place, chunk, {
                    "Tus-Resumable": "1.0.0", "Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"})
                offset += len(chunk)
        return self.wait_until_ready(place, path.name, seconds)

    def wait_until_ready(self, place, name, seconds):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            asset = self.json("GET", place)
            if asset["state"] == "ready":
                return asset["id"]
            if asset["state"] == "refused":
                raise Refused(f"{name}: {asset.get('reason', 'refused without a reason')}")
            time.sleep(0.1)
        raise Refused(f"{name}: not checked within {seconds} s; look into the scheduler's log")

    def approve(self, name, languages, seconds=20):
        """Waits for the one screen that asks to be let in, and lets it in; gives its id."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            answer = self.json("GET", "/api/v1/enrolment")
            pending = answer if isinstance(answer, list) else next((value for value in answer.values() if isinstance(value, list)), [])
            if pending:
                return self.json("POST", "/api/v1/enrolment/approve", {
                    "user_code": pending[0]["user_code"], "name": name, "languages": languages, "timezone": "Europe/Berlin",
                    "diagonal_inches": 43, "distance_m": 4})["screen"]
            time.sleep(0.05)
        raise Refused(f"no screen asked to be let in within {seconds} s; look into the player's log")

    def screenshot(self, screen, seconds=10):
        """The live picture of a screen as the bytes of a picture file; asking makes the screen send one."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            picture = self.request("GET", f"/api/v1/screens/{screen}/screenshot")[1]
            if picture:
                return picture
            time.sleep(0.2)
        raise Refused(f"the screen sent no picture within {seconds} s; look into the player's log")


def sentence(error):
    try:
        return json.loads(error.read())["message"]
    except (ValueError, KeyError, TypeError):
        return f"HTTP {error.code}"
