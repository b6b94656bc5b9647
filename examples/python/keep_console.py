"""Keeps what a script prints with its run. Copy this file beside yours:

    with mlflow.start_run() as run, keep_console(run.info.run_id):
        print("epoch 1")

Beside MLflow's two variables it reads ASSAY_PROJECT, such as team/main. Needs the standard library only.
"""

import contextlib
import json
import os
import sys
import threading
import time
import urllib.error
import urllib.request
import uuid

# Together below the 10 MB of a request, even where every character takes six bytes.
LINES_PER_SEND = 400
MAX_LINE = 4_000


class LineSender(threading.Thread):
    """Sends lines in the background, each under its number, so that a batch may be sent again."""

    def __init__(self, run_id):
        super().__init__(daemon=True)
        server = os.environ["MLFLOW_TRACKING_URI"].split("/p/")[0].rstrip("/")
        self.url = f"{server}/api/ingest/{os.environ['ASSAY_PROJECT']}/runs/{run_id}/logs"
        self.writer = uuid.uuid4().hex
        self.first_line = 0
        self.waiting = []
        self.ended = threading.Event()

    def add(self, stream, text):
        for start in range(0, max(len(text), 1), MAX_LINE):
            line = text[start : start + MAX_LINE].encode("utf-8", "replace").decode()
            self.waiting.append({"timeMs": int(time.time() * 1000), "stream": stream, "text": line})

    def run(self):
        while not self.ended.wait(1):
            self.send_waiting()

    def stop(self, patience_s=30):
        self.ended.set()
        self.join()
        deadline = time.monotonic() + patience_s
        while not self.send_waiting() and time.monotonic() < deadline:
            time.sleep(1)

    def send_waiting(self):
        """False when the server is away; what waits then waits on."""
        while batch := self.waiting[:LINES_PER_SEND]:
            body = {"writer": self.writer, "firstLine": self.first_line, "lines": batch}
            try:
                self.post(json.dumps(body, ensure_ascii=False).encode())
                self.first_line += len(batch)
            except urllib.error.HTTPError as refusal:
                if refusal.code == 429 or refusal.code >= 500:
                    return False
                # Refused for good: these lines are given up, and the next take their numbers.
            except OSError:
                return False
            del self.waiting[: len(batch)]
        return True

    def post(self, body):
        headers = {
            "Authorization": f"Bearer {os.environ['MLFLOW_TRACKING_TOKEN']}",
            "Content-Type": "application/json",
        }
        request = urllib.request.Request(self.url, body, headers, method="POST")
        with urllib.request.urlopen(request, timeout=30):
            pass


class Tee:
    """Writes to the terminal as ever and hands on whole lines."""

    def __init__(self, original, on_line):
        self.original = original
        self.on_line = on_line
        self.rest = ""

    def write(self, text):
        *lines, self.rest = (self.rest + text).split("\n")
        for line in lines:
            self.on_line(line)
        return self.original.write(text)

    def __getattr__(self, name):
        return getattr(self.original, name)


@contextlib.contextmanager
def keep_console(run_id):
    sender = LineSender(run_id)
    out = Tee(sys.stdout, lambda line: sender.add("stdout", line))
    err = Tee(sys.stderr, lambda line: sender.add("stderr", line))
    sender.start()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            yield
    finally:
        for tee in (out, err):
            if tee.rest:
                tee.on_line(tee.rest)
        sender.stop()


if __name__ == "__main__":
    import mlflow

    mlflow.set_experiment("console output")
    with mlflow.start_run() as run, keep_console(run.info.run_id):
        for epoch in range(3):
            print(f"epoch {epoch}: loss {1 / (1 + epoch):.3f}")
        print("\033[33mwarning:\033[0m stopped early", file=sys.stderr)
        print("done", end="")
