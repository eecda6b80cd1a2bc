# SPDX-FileCopyrightText: 2026 The Jobcenter-TV developers
# SPDX-License-Identifier: EUPL-1.2
"""The player against its peers on one virtual display, in turn: processor time, memory, start, and the rest of a still."""
import contextlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time

from frame_code import make_clip, make_picture
from measure import BUILD, ROOT, Failed, cpu_seconds, film, process_cpu, result

THREADS = "2"  # of every decoder that can be told
SHOWN = 0.995  # a run counts only when so many of the frames were shown
LIKE_DB = 36  # and only when its pictures are so near to ffmpeg's
STILL_SECONDS = 20
WARM_UP_SECONDS = 5
KIOSK = """<!DOCTYPE html><meta charset="utf-8"><style>body {{ margin: 0; background: #000; overflow: hidden }}
video, img {{ position: fixed; width: 100vw; height: 100vh; object-fit: contain }}</style><body><script>
const sources = {sources};
let at = 0;
function next() {{
  const source = sources[at++ % sources.length];
  const item = document.createElement(source.endsWith('.png') ? 'img' : 'video');
  if (item.tagName === 'VIDEO') {{ item.muted = item.autoplay = true; item.onended = next; }} else setTimeout(next, 1000);
  item.src = source;
  document.body.replaceChildren(item);
}}
next();
</script>"""


def ours(path, stats, *more):
    return [BUILD / "bin/jtv-player", "play", path, "--kiosk", "--size", "1920x1080", "--stats", stats, *more]


def unprivileged(arguments, folder):
    """VLC refuses to run as root."""
    if os.geteuid() != 0:
        return arguments
    home = folder / "nobody"
    home.mkdir(exist_ok=True)
    shutil.chown(home, "nobody")
    folder.chmod(0o755)
    return ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "env", f"HOME={home}", *arguments]


def probed(path, entry):
    return subprocess.run(["ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", entry, "-of", "csv=p=0", path], check=True,
                          capture_output=True, text=True).stdout.strip()


def peers(path, folder):
    """Command lines that show one clip on the whole display without sound and end with it; no window manager helps to fill it."""
    width = int(probed(path, "stream=width"))
    return {
        "mpv": ["mpv", "--no-config", "--vo=x11", "--fs", "--no-audio", f"--vd-lavc-threads={THREADS}", "--really-quiet", path],
        "VLC": unprivileged(["cvlc", "--quiet", "--vout=xcb_x11", f"--zoom={1920 / width}", "--no-audio", "--no-video-title-show",
                             f"--avcodec-threads={THREADS}", "--play-and-exit", path], folder),
        "ffplay": ["ffplay", "-loglevel", "quiet", "-an", "-autoexit", "-noborder", "-left", "0", "-top", "0", "-x", "1920", "-y", "1080", "-threads", THREADS, path],
        "GStreamer": ["gst-launch-1.0", "-q", "filesrc", f"location={path}", "!", "decodebin", "!", "video/x-raw", "!", "queue", "!", "videoconvert", "!",
                      "videoscale", "!",
                      "video/x-raw,width=1920,height=1080,pixel-aspect-ratio=1/1", "!", "ximagesink"]}


def floor(path):
    return ["gst-launch-1.0", "-q", "filesrc", f"location={path}", "!", "decodebin", "!", "video/x-raw", "!", "queue", "!", "fakesink",
            "sync=false"]


def clips():
    """The maintainers' clips where they are at hand, else the demo's film."""
    shared = pathlib.Path(os.environ.get("JTV_SHARED", ROOT.parent / "shared")) / "data/video"
    named = {"1080p30": "landscape1.mp4", "720p scaled": "sintel_trailer-720p.mp4"}
    found = {}
    for what, name in named.items():
        places = sorted(shared.rglob(name)) if shared.is_dir() else []
        found[what] = places[0] if places else film()
        if not places:
            print(f"SKIPPED: {name} is not at hand; {what} is measured with the demo's film")
    return found


@contextlib.contextmanager
def watched(setting):
    """jtv-observe on the display while one program runs; fills the given answer at the end: what followed what."""
    seen = {}
    observer = subprocess.Popen([BUILD / "bin/jtv-observe", "--changes", setting.folder / "Xvfb_screen0"], stdout=subprocess.PIPE, text=True)
    try:
        if observer.stdout.readline() != "ready\n":
            raise Failed("jtv-observe did not start")
        yield seen
        observer.send_signal(signal.SIGTERM)
        seen.update(json.loads(observer.communicate()[0]))
    finally:
        observer.kill()
        observer.wait()


def shown(setting, arguments):
    """(CPU seconds of the program and the X server, changes of the picture) of one whole clip."""
    before = process_cpu(setting.display.process.pid)
    with watched(setting) as seen:
        used = cpu_seconds(setting, arguments)
    return used + process_cpu(setting.display.process.pid) - before, seen["changes"]


def seconds_of(path):
    return float(probed(path, "format=duration"))


def browser(folder, sources):
    """Chromium as a kiosk that shows films and pictures for ever; its start is not measured."""
    page = folder / "kiosk.html"
    page.write_text(KIOSK.format(sources=json.dumps([pathlib.Path(path).as_uri() for path in sources])), encoding="utf-8")
    return ["chromium", "--kiosk", "--no-sandbox", "--no-first-run", "--disable-gpu", "--mute-audio", "--autoplay-policy=no-user-gesture-required",
            "--allow-file-access-from-files", "--window-size=1920,1080", "--window-position=0,0", f"--user-data-dir={folder / 'profile'}", page.as_uri()]


def session_cpu(process):
    return sum(process_cpu(pid) for pid in group_of(process))


def browser_cpu(setting, path):
    """CPU seconds of the browser and the X server for one length of a clip that it repeats."""
    process = setting.begin(browser(setting.folder, [path]))
    try:
        time.sleep(WARM_UP_SECONDS)
        before = session_cpu(process) + process_cpu(setting.display.process.pid)
        time.sleep(seconds_of(path))
        return session_cpu(process) + process_cpu(setting.display.process.pid) - before
    finally:
        end(process)
        shutil.rmtree(setting.folder / "profile", ignore_errors=True)


def likeness_db(setting, path, second=2):
    """PSNR of what we show against ffmpeg's picture, scaled bicubically: the best of the frames around that moment."""
    picture, folder = setting.folder / "shown.png", setting.folder / "expected"
    subprocess.run([str(word) for word in ours(path, setting.folder / "stats.json", "--no-captions", "--for", f"{second + 1}s",
                                       "--screenshot", f"{second}={picture}")],
                   env=setting.environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    folder.mkdir(exist_ok=True)
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", path, "-vf",
                    f"select='between(t,{second - 0.15},{second + 0.15})',scale=1920:1080:flags=bicubic:in_color_matrix=bt709,format=rgb24",
                    "-fps_mode", "passthrough", folder / "%02d.png"], check=True)
    best = 0.0
    for expected in folder.glob("*.png"):
        told = subprocess.run(["ffmpeg", "-hide_banner", "-i", picture, "-i", expected, "-lavfi", "[0]format=rgb24[a];[1]format=rgb24[b];[a][b]psnr",
                               "-f", "null", "-"], check=True, capture_output=True, text=True).stderr
        figure = told.split("average:")[1].split()[0]
        best = max(best, 100.0 if figure == "inf" else float(figure))
    shutil.rmtree(folder)
    return best


def counted(setting, name, arguments, changes, row):
    """One run of a peer, which counts when it showed as many pictures as we did."""
    try:
        used, seen = shown(setting, arguments)
    except Failed as fault:
        print(f"      {fault}: this run of {name} does not count")
        return
    if seen < SHOWN * changes:
        print(f"      {name} showed {seen} pictures of {changes}: this run of it does not count")
    else:
        row.append(used)


def clip_cpu(setting, what, path, best_bar, floor_bar):
    likeness = likeness_db(setting, path)
    if likeness < LIKE_DB:
        raise Failed(f"our pictures of {path.name} are {likeness:.1f} dB like ffmpeg's, {LIKE_DB} are needed")
    print(f"      our pictures of {path.name} are {likeness:.1f} dB like ffmpeg's")
    stats = setting.folder / "stats.json"
    rows = {"ours": [], "alone": [], "floor": [], "Chromium": [], **{name: [] for name in peers(path, setting.folder)}}
    for _ in range(setting.runs):
        used, changes = shown(setting, ours(path, stats))
        told = json.loads(stats.read_text(encoding="utf-8"))
        if told["frames_presented"] < SHOWN * told["frames_expected"]:
            raise Failed(f"only {told['frames_presented']} of {told['frames_expected']} frames were shown: the machine is too busy to measure")
        print(f"      {told['frames_presented']} of {told['frames_expected']} frames, {told['frames_late']} late, {changes} pictures seen from outside")
        rows["ours"].append(used)
        for name, arguments in peers(path, setting.folder).items():
            counted(setting, name, arguments, min(changes, told["frames_expected"]), rows[name])
        rows["Chromium"].append(browser_cpu(setting, path))
        rows["alone"].append(cpu_seconds(setting, ours(path, stats)))
        rows["floor"].append(cpu_seconds(setting, floor(path)))
    for name in peers(path, setting.folder):
        if rows[name]:
            yield paired(f"CPU time with the X server, {what}", rows["ours"], rows[name], name, best_bar)
    yield paired(f"CPU time with the X server, {what}", rows["ours"], rows["Chromium"], "Chromium", 0.5)
    yield paired(f"CPU time, {what}", rows["alone"], rows["floor"], "the decode floor", floor_bar)


def paired(figure, mine, theirs, name, bar):
    return result("player", figure, list(zip(mine, theirs)), unit="s", bar=bar, peer_name=name)


def group_of(process):
    """All processes of a program's session."""
    found = []
    for place in pathlib.Path("/proc").iterdir():
        try:
            if place.name.isdigit() and os.getsid(int(place.name)) == process.pid:
                found.append(int(place.name))
        except ProcessLookupError:
            pass
    return found


def memory_mb(process):
    """Proportional set size of a program with all its processes."""
    total = 0
    for pid in group_of(process):
        try:
            lines = pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def end(process):
    """Ends a program that runs on, with all its processes."""
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def mixed(folder):
    """Twenty items: short clips of two codecs and sizes, and pictures; for the peers as a list of files."""
    items = []
    for number in range(20):
        if number % 4 == 3:
            path = folder / f"{number}.png"
            make_picture(path, number, 1920, 1080)
        else:
            codec, ending = (("h264", "mp4"), ("vp8", "webm"))[number % 2]
            size = (1920, 1080) if number % 4 == 0 else (1280, 720)
            path = folder / f"{number}.{ending}"
            make_clip(path, number, 30, *size, codec=codec)
        items.append(path)
    return items


def peak_memory(setting, arguments):
    process, peak = setting.begin(arguments), 0
    while process.poll() is None:
        peak = max(peak, memory_mb(process))
        time.sleep(0.1)
    return peak


def browser_memory(setting, items):
    """Chromium's largest sum while it shows the twenty items once."""
    process, peak = setting.begin(browser(setting.folder, items)), 0
    try:
        until = time.monotonic() + WARM_UP_SECONDS + sum(1 if path.suffix == ".png" else seconds_of(path) for path in items)
        while time.monotonic() < until:
            peak = max(peak, memory_mb(process))
            time.sleep(0.1)
    finally:
        end(process)
        shutil.rmtree(setting.folder / "profile", ignore_errors=True)
    return peak


def memory(setting):
    items = mixed(setting.folder)
    body = "".join(f'<img src="{path}" dur="1s"/>' if path.suffix == ".png" else f'<video src="{path}"/>' for path in items)
    playlist = setting.folder / "mixed.smil"
    playlist.write_text(f"<smil><head><layout><root-layout width='1920' height='1080'/></layout></head><body>{body}</body></smil>", encoding="utf-8")
    mpv = ["mpv", "--no-config", "--vo=x11", "--fs", "--no-audio", "--image-display-duration=1", f"--vd-lavc-threads={THREADS}",
           "--prefetch-playlist=yes", "--really-quiet", *items]
    runs = [(peak_memory(setting, ours(playlist, setting.folder / "stats.json")), peak_memory(setting, mpv)) for _ in range(setting.runs)]
    entry = result("player", "memory (peak PSS) with a 20-item mixed playlist", runs, unit="MB", bar=1.0, peer_name="mpv")
    entry["bar"] = round((entry["peer"] + 20) / entry["peer"], 3)  # mpv + 20 MB
    entry["pass"] = entry["ratio"] <= entry["bar"]
    yield entry
    chromium = [(run[0], browser_memory(setting, items)) for run in runs]
    yield result("player", "memory (peak PSS) with a 20-item mixed playlist", chromium, unit="MB", bar=0.3, peer_name="Chromium")


def first_seen_ms(setting, arguments):
    """From the start of a program to its first picture on the display."""
    with watched(setting) as seen:
        began = time.clock_gettime(time.CLOCK_MONOTONIC)
        process = setting.begin(arguments)
        try:
            time.sleep(2)
        finally:
            end(process)
    if seen["first_picture"] is None:
        raise Failed(f"{arguments[0]} showed nothing within 2 s")
    return (seen["first_picture"] - began) * 1000


def start(setting):
    path = clips()["1080p30"]
    runs = [(first_seen_ms(setting, ours(path, setting.folder / "stats.json")), first_seen_ms(setting, peers(path, setting.folder)["mpv"]))
            for _ in range(setting.runs)]
    yield result("player", "start of the process to the first picture", runs, unit="ms", bar=1.0, peer_name="mpv")


def switched(pid):
    """Thread → how often it was taken off the processor since it began."""
    return {status.parent.name: sum(int(line.split()[1]) for line in status.read_text().splitlines() if "ctxt_switches" in line)
            for status in pathlib.Path(f"/proc/{pid}/task").glob("*/status")}


def wake_ups(before, after):
    """Of all threads; one that has ended meanwhile is not known any more."""
    return sum(count - before.get(thread, 0) for thread, count in after.items())


def still(setting, mode):
    """A slide-like picture that stands, with the next item already prepared: % of a core, wake-ups a second."""
    picture, clip = setting.folder / "still.png", setting.folder / "next.mp4"
    make_picture(picture, 1, 1920, 1080)
    make_clip(clip, 2, 30)
    playlist = setting.folder / "still.smil"
    playlist.write_text(f'<smil><body><img src="{picture}" dur="600s"/><video src="{clip}"/></body></smil>', encoding="utf-8")
    arguments = [BUILD / "bin/jtv-player", "play", playlist, mode, "--size", "1920x1080"]
    process = setting.begin(arguments)
    time.sleep(WARM_UP_SECONDS)
    cpu, before = process_cpu(process.pid), switched(process.pid)
    time.sleep(STILL_SECONDS)
    cpu, woken = process_cpu(process.pid) - cpu, wake_ups(before, switched(process.pid))
    end(process)
    return cpu / STILL_SECONDS * 100, woken / STILL_SECONDS


def stills(setting):
    for mode, name in (("--kiosk", "Xvfb"), ("--offscreen", "off-screen")):
        runs = [still(setting, mode) for _ in range(setting.runs)]
        yield result("player", f"CPU while a still is shown, {name}", [(cpu, None) for cpu, _ in runs], unit="% of a core", bar=0.5)
        yield result("player", f"wake-ups while a still is shown, {name}", [(woken, None) for _, woken in runs], unit="a second", bar=2)


def measure(setting):
    yield from stills(setting)
    yield from start(setting)
    yield from memory(setting)
    for what, path in clips().items():
        best, above_floor = (0.8, 1.5) if what == "1080p30" else (0.72, 2.5)
        yield from clip_cpu(setting, what, path, best, above_floor)
