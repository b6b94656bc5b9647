"""A file in parts that go to the bucket and come from it, byte for byte, beside small ones through the server."""

import os
import tempfile
from pathlib import Path

import mlflow
from mlflow import MlflowClient

client = MlflowClient()
content = os.urandom(12_000_000)

with tempfile.TemporaryDirectory() as folder:
    large = Path(folder, "large ünïcödé.bin")
    large.write_bytes(content)
    Path(folder, "small.txt").write_text("small")
    with mlflow.start_run() as run:
        mlflow.log_artifacts(folder, "some/where")
        mlflow.log_artifact(str(large))

run_id = run.info.run_id
listed = {item.path: item.file_size for item in client.list_artifacts(run_id, "some/where")}
assert listed == {"some/where/large ünïcödé.bin": 12_000_000, "some/where/small.txt": 5}, listed

for path in ["large ünïcödé.bin", "some/where/large ünïcödé.bin"]:
    with tempfile.TemporaryDirectory() as folder:
        fetched = Path(client.download_artifacts(run_id, path, folder))
        assert fetched.read_bytes() == content, path

with tempfile.TemporaryDirectory() as folder:
    fetched = Path(client.download_artifacts(run_id, "", folder))
    assert (fetched / "some/where/small.txt").read_text() == "small"
    assert (fetched / "some/where/large ünïcödé.bin").read_bytes() == content

print("ok")
