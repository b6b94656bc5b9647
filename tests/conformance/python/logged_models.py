"""Logged models of MLflow 3: their params, metrics per dataset, tags, search, and what is registered of them."""

import mlflow
import numpy as np
from mlflow import MlflowClient
from sklearn.linear_model import LinearRegression

from failing import fails
from since import log_sklearn

client = MlflowClient()
mlflow.set_experiment("logged models")
experiment_id = client.get_experiment_by_name("logged models").experiment_id
X = np.array([[0.0], [1.0]])
asked = np.array([[3.0]])

with mlflow.start_run(run_name="first") as run:
    model = LinearRegression().fit(X, [0, 2])
    info = log_sklearn(model, "lin", params={"degree": 1}, registered_model_name="logged line")
    data = mlflow.data.from_numpy(X, name="points")
    mlflow.log_metric("r2", 0.75, model_id=info.model_id, dataset=data)
    mlflow.log_metric("time", 0.5, model_id=info.model_id)

logged = mlflow.get_logged_model(info.model_id)
assert str(logged.status) == "READY" and logged.name == "lin" and logged.params == {"degree": "1"}
assert logged.source_run_id == run.info.run_id
assert sorted((m.key, m.value, m.dataset_name) for m in logged.metrics) == [("r2", 0.75, "points"), ("time", 0.5, None)]
assert [output.model_id for output in client.get_run(run.info.run_id).outputs.model_outputs] == [info.model_id]
client.set_logged_model_tags(info.model_id, {"a": "1", "b/c": "2"})
client.delete_logged_model_tag(info.model_id, "a")
assert client.get_logged_model(info.model_id).tags["b/c"] == "2"
for text, count in {
    "name = 'lin'": 1,
    "metrics.r2 > 0.7 AND params.degree = '1'": 1,
    "metrics.r2 > 0.8": 0,
    "attributes.status = 'READY' AND tags.`b/c` = '2'": 1,
    f"source_run_id = '{run.info.run_id}'": 1,
}.items():
    found = client.search_logged_models([experiment_id], text, order_by=[{"field_name": "metrics.r2", "ascending": False}])
    assert len(found) == count, text
on_other = client.search_logged_models([experiment_id], "metrics.r2 > 0.7", datasets=[{"dataset_name": "other"}])
assert list(on_other) == []

version = client.get_model_version("logged line", "1")
assert (version.status, version.run_id, version.source) == ("READY", run.info.run_id, f"models:/{info.model_id}")
fails("RESOURCE_DOES_NOT_EXIST", client.create_model_version, "nobody", f"models:/{info.model_id}")
fails("RESOURCE_DOES_NOT_EXIST", client.create_model_version, "logged line", f"models:/m-{'0' * 32}")

client.delete_logged_model(info.model_id)
fails("RESOURCE_DOES_NOT_EXIST", client.get_logged_model, info.model_id)
assert mlflow.pyfunc.load_model("models:/logged line/1").predict(asked).round(6).tolist() == [6.0]
print("ok")
