"""Fills an MLflow store with one of everything that an import has to bring, through the client alone."""

import math
import os
import sys
import tempfile

import mlflow
import numpy as np
from mlflow import MlflowClient
from mlflow.entities import Metric, Param, RunTag

LONG_SERIES = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
IS_3 = int(mlflow.__version__.split(".")[0]) >= 3
# A client that writes to a database itself is told where files go; a server knows.
LOCATION = os.environ.get("ARTIFACTS_AT")
client = MlflowClient()


def make_experiment(name, tags=None):
    place = None if LOCATION is None else f"{LOCATION}/{name.replace(' ', '-')}"
    return client.create_experiment(name, artifact_location=place, tags=tags)


def write_files(run_id):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in {
            "plain.txt": b"plain",
            "empty.bin": b"",
            "with space & sign.txt": b"space",
            "hundred %.txt": b"percent",
            "a dot at the end.": b"dot",
            "\u00fcber/\u00e4pfel.txt": "\u00e4pfel".encode(),
            "deep/er/and/deeper.json": b"{}",
            "large.bin": bytes(range(256)) * 4_000,
        }.items():
            file = os.path.join(folder, name)
            os.makedirs(os.path.dirname(file), exist_ok=True)
            with open(file, "wb") as opened:
                opened.write(content)
        client.log_artifacts(run_id, folder)


first = make_experiment("import first", {"team": "vision", "mlflow.note.content": "About **everything**."})
mlflow.set_experiment(experiment_id=first)

with mlflow.start_run(run_name="parent", description="With notes.") as parent:
    mlflow.log_params({"lr": 0.001, "text": "multi\nline \u2713", "long": "x" * 5_900, "a/b c-d.e": "odd key"})
    mlflow.set_tags({"plain": "yes", "long": "y" * 4_900, "gr\u00fcn": "\u00e4"})
    for step, value in enumerate([1.0, math.nan, 0.5, math.inf, -math.inf, 5e-324, -0.0, 1 / 3]):
        mlflow.log_metric("val/loss", value, step=step)
    # Equal steps, at other times and with other values; and a step below zero.
    points = [Metric("again", float(n % 3), 1_700_000_000_000 + n // 2, n % 4) for n in range(20)]
    client.log_batch(parent.info.run_id, metrics=[*points, Metric("again", 9.0, 1_700_000_000_500, -5)])
    for start in range(0, LONG_SERIES, 1_000):
        part = [Metric("long", math.sin(n), 1_700_000_000_000 + n, n) for n in range(start, min(start + 1_000, LONG_SERIES))]
        client.log_batch(parent.info.run_id, metrics=part)
    table = mlflow.data.from_numpy(np.arange(12.0).reshape(4, 3), targets=np.arange(4), name="rows")
    mlflow.log_input(table, context="train", tags={"split": "a"})
    mlflow.log_input(mlflow.data.from_numpy(np.zeros((2, 2)), name="held out"), context="eval")
    write_files(parent.info.run_id)
    with mlflow.start_run(run_name="child", nested=True) as child:
        mlflow.log_metric("acc", 0.9)
        mlflow.log_input(table, context="eval")

for name, status in {"failed": "FAILED", "killed": "KILLED", "going on": None, "planned": "SCHEDULED"}.items():
    run = client.create_run(first, start_time=1_600_000_000_000, run_name=name)
    client.log_batch(run.info.run_id, metrics=[Metric("m", 1.0, 0, 0)], params=[Param("p", "v")], tags=[RunTag("t", "v")])
    if status is not None:
        client.set_terminated(run.info.run_id, status, end_time=1_600_000_001_234)
deleted = client.create_run(first, run_name="deleted run")
client.log_metric(deleted.info.run_id, "m", 2.0)
client.log_text(deleted.info.run_id, "of a deleted run", "note.txt")
client.delete_run(deleted.info.run_id)

gone = make_experiment("import deleted", {"why": "old"})
in_gone = client.create_run(gone, run_name="in a deleted experiment")
client.log_metric(in_gone.info.run_id, "m", 3.0)
client.delete_experiment(gone)
make_experiment("import empty")

second = make_experiment("import models")
mlflow.set_experiment(experiment_id=second)


class Doubler(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return [2 * value for value in model_input]


def log_model(run_name):
    with mlflow.start_run(run_name=run_name) as run:
        name = {"name": "model"} if IS_3 else {"artifact_path": "model"}
        info = mlflow.pyfunc.log_model(python_model=Doubler(), pip_requirements=[], **name)
        return run.info.run_id, info


client.create_registered_model("import doubler", tags={"kind": "toy"}, description="Doubles.")
for number in ["one", "two", "three", "four"]:
    run_id, info = log_model(number)
    if IS_3 and number == "four":
        client.log_inputs(run_id, models=[mlflow.entities.LoggedModelInput(last_model)])
    version = mlflow.register_model(info.model_uri, "import doubler", tags={"number": number})
    last_model = getattr(info, "model_id", None)
client.update_model_version("import doubler", "1", description="The first.")
client.delete_model_version("import doubler", "2")
client.set_registered_model_alias("import doubler", "champion", "4")
client.set_registered_model_alias("import doubler", "first-one", "1")
client.transition_model_version_stage("import doubler", "1", "Production")
client.transition_model_version_stage("import doubler", "3", "Production")
client.transition_model_version_stage("import doubler", "4", "Staging")

# As clients before 3 do: files of a run, registered by where they lie in it.
with mlflow.start_run(run_name="old style") as run:
    mlflow.log_text("weights", "old/style/weights.txt")
    mlflow.log_text("not of the model", "other.txt")
client.create_registered_model("import old style")
client.create_model_version("import old style", f"{run.info.artifact_uri}/old/style", run.info.run_id)
client.create_registered_model("import bare", description="Without versions.")

if IS_3:
    model = client.create_logged_model(second, name="by hand", source_run_id=run.info.run_id, tags={"a": "b"}, params={"depth": "3"}, model_type="tree")
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "tree.txt"), "w") as opened:
            opened.write("leaf")
        client.log_model_artifacts(model.model_id, folder)
    client.finalize_logged_model(model.model_id, "READY")
    failed = client.create_logged_model(second, name="broken", source_run_id=run.info.run_id)
    client.finalize_logged_model(failed.model_id, "FAILED")
    with mlflow.start_run(run_name="measures") as run:
        mlflow.log_metric("rmse", 0.25, step=0, model_id=model.model_id, dataset=table)
        for step in range(5):
            mlflow.log_metric("rmse", 0.5 / (1 + step), step=step, model_id=model.model_id)
        client.log_inputs(run.info.run_id, models=[mlflow.entities.LoggedModelInput(model.model_id)])
        client.log_outputs(run.info.run_id, [mlflow.entities.LoggedModelOutput(last_model, step=7)])
print("made")
