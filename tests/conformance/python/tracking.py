"""The fluent API: nested and resumed runs, tags, datasets, how runs end, deletion and restore."""

import mlflow
import numpy as np
import pandas as pd
from mlflow import MlflowClient
from mlflow.entities import ViewType

from failing import fails

client = MlflowClient()
experiment = mlflow.set_experiment("tracking")

with mlflow.start_run(run_name="parent", tags={"team": "vision"}, description="the whole search") as parent:
    mlflow.log_params({"folds": 2, "lr": 0.1})
    children = []
    for fold in range(2):
        with mlflow.start_run(run_name=f"fold {fold}", nested=True) as child:
            mlflow.log_metrics({"acc": 0.5 + fold / 4, "loss": 1.0}, step=fold)
            children.append(child.info.run_id)
    mlflow.set_tag("best", children[1])
    mlflow.log_metric("acc", 0.75)
parent_id = parent.info.run_id
found = mlflow.search_runs([experiment.experiment_id], f"tags.mlflow.parentRunId = '{parent_id}'", order_by=["metrics.acc DESC"])
assert list(found["run_id"]) == [children[1], children[0]]
assert client.get_run(parent_id).data.tags["mlflow.note.content"] == "the whole search"
assert client.get_parent_run(children[0]).info.run_id == parent_id

# Resumed: the same run goes on, its start stays.
before = client.get_run(parent_id).info
with mlflow.start_run(run_id=parent_id):
    assert client.get_run(parent_id).info.status == "RUNNING"
    mlflow.log_metric("acc", 0.8, step=1)
    mlflow.log_param("folds", 2)
    fails("INVALID_PARAMETER_VALUE", mlflow.log_param, "folds", 3)
after = client.get_run(parent_id).info
assert (after.status, after.start_time) == ("FINISHED", before.start_time) and after.end_time >= before.end_time
assert [m.value for m in client.get_metric_history(parent_id, "acc")] == [0.75, 0.8]

# A run ends as its block does.
try:
    with mlflow.start_run(run_name="breaks") as broken:
        raise RuntimeError("out of memory")
except RuntimeError:
    pass
assert client.get_run(broken.info.run_id).info.status == "FAILED"
client.set_terminated(children[0], "KILLED")
assert client.get_run(children[0]).info.status == "KILLED"

# Datasets of both kinds, with their context, and runs found by them.
with mlflow.start_run(run_name="with data") as run:
    train = mlflow.data.from_pandas(pd.DataFrame({"x": [1, 2], "y": [3.0, 4.0]}), name="points", targets="y")
    test = mlflow.data.from_numpy(np.arange(6).reshape(3, 2), name="grid")
    mlflow.log_input(train, context="train")
    mlflow.log_input(test, context="test", tags={"split": "b"})
    mlflow.log_input(train, context="train")
inputs = client.get_run(run.info.run_id).inputs.dataset_inputs
named = {item.dataset.name: ({tag.key: tag.value for tag in item.tags}, item.dataset.digest) for item in inputs}
assert named == {
    "points": ({"mlflow.data.context": "train"}, train.digest),
    "grid": ({"mlflow.data.context": "test", "split": "b"}, test.digest),
}, named
for text in ["datasets.name = 'grid'", "dataset.context = 'train'", f"dataset.digest = '{train.digest}'"]:
    runs = client.search_runs([experiment.experiment_id], text)
    assert [one.info.run_id for one in runs] == [run.info.run_id], text

# Deleted runs are still there to be restored, and take nothing meanwhile.
client.delete_run(children[0])
assert client.get_run(children[0]).info.lifecycle_stage == "deleted"
assert "active" in fails("INVALID_PARAMETER_VALUE", client.log_metric, children[0], "acc", 1.0)
listed = lambda view: {one.info.run_id for one in client.search_runs([experiment.experiment_id], run_view_type=view)}
assert children[0] not in listed(ViewType.ACTIVE_ONLY) and children[0] in listed(ViewType.ALL)
assert listed(ViewType.DELETED_ONLY) == {children[0]}
client.restore_run(children[0])
assert children[0] in listed(ViewType.ACTIVE_ONLY)

client.update_run(children[1], name="the best fold")
assert client.get_run(children[1]).info.run_name == "the best fold"
client.delete_tag(parent_id, "best")
assert "No tag with name" in fails("RESOURCE_DOES_NOT_EXIST", client.delete_tag, parent_id, "best")
print("ok")
