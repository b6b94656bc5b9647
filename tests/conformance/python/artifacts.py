"""Files come back byte for byte, whatever their names and sizes."""

import os
import re
import tempfile
from pathlib import Path

import mlflow
import numpy as np
from matplotlib import pyplot
from mlflow import MlflowClient

from failing import fails

client = MlflowClient()
mlflow.set_experiment("artifacts")

with tempfile.TemporaryDirectory() as folder:
    files = {
        "empty.bin": b"",
        "random.bin": os.urandom(5_000_000),
        "deep/er/ünïcödé ☃.txt": "héllo\n".encode(),
        "a+b~c=d&e.txt": b"signs",
        "page.html": b"<script>alert(1)</script>",
    }
    for name, content in files.items():
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with mlflow.start_run() as run:
        run_id = run.info.run_id
        mlflow.log_artifacts(folder, "tree")
        mlflow.log_artifact(str(Path(folder, "empty.bin")))
        mlflow.log_dict({"k": [1]}, "d.yaml")
        mlflow.log_text("text", "with space/t.txt")
        mlflow.log_image(np.zeros((8, 8, 3), dtype=np.uint8), key="dog", step=3)
        figure, axes = pyplot.subplots()
        axes.plot([1, 2])
        mlflow.log_figure(figure, "plots/line.png")
        mlflow.log_table({"a": [1, 2]}, "table.json")
        mlflow.log_table({"a": [3]}, "table.json")


def walk(path=None):
    for info in client.list_artifacts(run_id, path):
        if info.is_dir:
            yield from walk(info.path)
        else:
            yield info.path, info.file_size


listed = dict(walk())
for name, content in files.items():
    assert listed[f"tree/{name}"] == len(content), name
local = client.download_artifacts(run_id, "")
for name, content in files.items():
    assert Path(local, "tree", name).read_bytes() == content, name
assert Path(local, "with space/t.txt").read_text() == "text"
assert Path(client.download_artifacts(run_id, "tree/random.bin")).read_bytes() == files["random.bin"]
assert mlflow.load_table("table.json", run_ids=[run_id])["a"].tolist() == [1, 2, 3]
# Older clients write % where newer ones write +.
assert len([name for name in listed if re.match(r"images/dog[+%]step[+%]3", name)]) == 2, listed
assert Path(local, "plots/line.png").read_bytes().startswith(b"\x89PNG")
assert client.list_artifacts(run_id, "no/such/folder") == []
assert client.list_artifacts(run_id, "d.yaml") == []

# A token of an editor does not delete files.
uri = client.get_run(run_id).info.artifact_uri
assert uri == f"mlflow-artifacts:/{uri.split('/')[1]}/{uri.split('/')[2]}/runs/{run_id}/artifacts"
print("ok")
