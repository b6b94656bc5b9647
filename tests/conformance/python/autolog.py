"""Autologging of scikit-learn and of LightGBM: params, metrics, data and a model that predicts as the trained one."""

import lightgbm
import mlflow
import numpy as np
from mlflow import MlflowClient
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression

from since import IS_3

client = MlflowClient()
experiment = mlflow.set_experiment("autolog")
X, y = make_classification(200, 6, random_state=1)


def only_run(name: str):
    [run] = client.search_runs([experiment.experiment_id], f"attributes.run_name = '{name}'")
    return run


def model_uri(run) -> str:
    if IS_3:
        [output] = run.outputs.model_outputs
        return f"models:/{output.model_id}"
    return f"runs:/{run.info.run_id}/model"


mlflow.sklearn.autolog()
with mlflow.start_run(run_name="sklearn"):
    model = LogisticRegression(C=0.5).fit(X, y)
    accuracy = model.score(X, y)
run = only_run("sklearn")
assert run.data.params["C"] == "0.5" and run.info.status == "FINISHED"
assert run.data.metrics["training_accuracy_score"] == accuracy
assert run.data.tags["estimator_name"] == "LogisticRegression"
assert [item.tags[0].value for item in run.inputs.dataset_inputs][:1] == ["train"]
loaded = mlflow.pyfunc.load_model(model_uri(run))
assert (loaded.predict(X) == model.predict(X)).all()
assert "training_confusion_matrix.png" in [info.path for info in client.list_artifacts(run.info.run_id)]
mlflow.sklearn.autolog(disable=True)

mlflow.lightgbm.autolog()
ROUNDS = 12
with mlflow.start_run(run_name="lightgbm"):
    data = lightgbm.Dataset(X, label=y)
    params = {"objective": "binary", "metric": "binary_logloss", "num_leaves": 4, "verbose": -1}
    booster = lightgbm.train(params, data, ROUNDS, valid_sets=[data], valid_names=["train"])
run = only_run("lightgbm")
assert run.data.params["num_leaves"] == "4"
history = client.get_metric_history(run.info.run_id, "train-binary_logloss")
assert [point.step for point in history] == list(range(ROUNDS)), history
assert history[-1].value < history[0].value
predicted = mlflow.pyfunc.load_model(model_uri(run)).predict(X)
assert np.allclose(predicted, booster.predict(X))
print("ok")
