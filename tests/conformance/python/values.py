"""Values, steps and times come back exactly; params are write-once; late writes are refused."""

import math

import mlflow
from mlflow import MlflowClient
from mlflow.entities import Metric, Param, RunTag

from failing import fails

client = MlflowClient()
mlflow.set_experiment("values")

with mlflow.start_run(run_name="values", tags={"team": "vision"}) as run:
    run_id = run.info.run_id
    points = [
        (float("nan"), 1, 1000),
        (float("inf"), 2, 2000),
        (float("-inf"), 3, 3000),
        (0.1 + 0.2, -5, 500),
        (5e-324, 4, 4000),
        (1.7976931348623157e308, 2**53 - 1, 5000),
    ]
    for value, step, time in points:
        client.log_metric(run_id, "m", value, timestamp=time, step=step)
    client.log_metric(run_id, "m", 5e-324, timestamp=4000, step=4)
    mlflow.log_metrics({"val loss": 1.5, "b/c": 2}, step=7)
    mlflow.log_param("p", "v")
    mlflow.log_param("p", "v")
    mlflow.log_param("empty", "")
    mlflow.log_param("long", "x" * 7000)
    assert "Changing param values is not allowed" in fails("INVALID_PARAMETER_VALUE", mlflow.log_param, "p", "w")
    fails("INVALID_PARAMETER_VALUE", client.log_metric, run_id, "m", 1, step=2**53)
    duplicates = [Param("twice", "1"), Param("twice", "2")]
    assert "Duplicate parameter keys" in fails("INVALID_PARAMETER_VALUE", client.log_batch, run_id, params=duplicates)
    client.log_batch(
        run_id,
        metrics=[Metric("batch", float(at), 1000 + at, at) for at in range(1000)],
    )
    client.log_batch(run_id, params=[Param(f"p{at}", str(at)) for at in range(100)], tags=[RunTag("k", "v")])
    mlflow.set_tag("a tag", "ünïcödé ☃")
    mlflow.set_tag("gone", 1)
    mlflow.delete_tag("gone")
    fails("RESOURCE_DOES_NOT_EXIST", mlflow.delete_tag, "gone")
    for at in range(50):
        mlflow.log_metric("async", at, step=at, synchronous=False)
    mlflow.flush_async_logging()

history = [(point.value, point.step, point.timestamp) for point in client.get_metric_history(run_id, "m")]
expected = sorted(points, key=lambda point: point[2])
assert len(history) == len(expected), history
for got, wanted in zip(history, expected):
    same = math.isnan(got[0]) if math.isnan(wanted[0]) else got[0] == wanted[0]
    assert same and got[1:] == wanted[1:], (got, wanted)
assert [point.value for point in client.get_metric_history(run_id, "batch")] == [float(at) for at in range(1000)]
assert sorted(point.step for point in client.get_metric_history(run_id, "async")) == list(range(50))
assert client.get_metric_history(run_id, "never") == []

data = client.get_run(run_id).data
assert data.metrics["m"] == 1.7976931348623157e308 and data.metrics["val loss"] == 1.5 and data.metrics["b/c"] == 2
assert data.params["p"] == "v" and data.params["empty"] == "" and len(data.params["long"]) == 6000
assert len([key for key in data.params if key[1:].isdigit()]) == 100
assert data.tags["a tag"] == "ünïcödé ☃" and data.tags["team"] == "vision" and "gone" not in data.tags

client.update_run(run_id, status="KILLED", name="renamed")
info = client.get_run(run_id).info
assert (info.status, info.run_name) == ("KILLED", "renamed")
client.set_tag(run_id, "mlflow.runName", "values")
client.set_tag(run_id, "mlflow.note.content", "why")
run = client.get_run(run_id)
assert run.info.run_name == "values" and run.data.tags["mlflow.note.content"] == "why"

client.delete_run(run_id)
assert client.get_run(run_id).info.lifecycle_stage == "deleted"
assert "must be in the 'active' state" in fails("INVALID_PARAMETER_VALUE", client.log_metric, run_id, "m", 1)
client.restore_run(run_id)
client.log_metric(run_id, "after", 1)
assert "not found" in fails("RESOURCE_DOES_NOT_EXIST", client.get_run, "0" * 32)
assert "not found" in fails("RESOURCE_DOES_NOT_EXIST", client.get_run, "no-such-run")

with mlflow.start_run(run_id=run_id):
    mlflow.log_metric("resumed", 2)
assert client.get_run(run_id).info.status == "FINISHED"
print("ok")
