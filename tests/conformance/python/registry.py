"""Registered models, versions, aliases, stages, tags and search, with models that load and predict."""

import mlflow
import numpy as np
from mlflow import MlflowClient
from sklearn.linear_model import LinearRegression

from failing import fails
from since import log_sklearn

client = MlflowClient()
mlflow.set_experiment("registry")
X = np.array([[0.0], [1.0]])
asked = np.array([[3.0]])

with mlflow.start_run(run_name="first") as run:
    info = log_sklearn(LinearRegression().fit(X, [0, 2]), "lin", registered_model_name="line")

version = client.get_model_version("line", "1")
assert (version.status, version.run_id) == ("READY", run.info.run_id)
fails("RESOURCE_ALREADY_EXISTS", client.create_registered_model, "line")
client.set_registered_model_alias("line", "champion", "1")
assert client.get_registered_model("line").aliases == {"champion": "1"}
assert client.get_model_version_by_alias("line", "champion").version == "1"
fails("INVALID_PARAMETER_VALUE", client.get_model_version_by_alias, "line", "nobody")
for alias in ["latest", "v1", "a b", ""]:
    fails("INVALID_PARAMETER_VALUE", client.set_registered_model_alias, "line", alias, "1")
fails("RESOURCE_DOES_NOT_EXIST", client.set_registered_model_alias, "line", "champion", "99")

# A model of an older client: files of a run, registered by a runs:/ address.
with mlflow.start_run(run_name="second") as run:
    local = mlflow.artifacts.download_artifacts(info.model_uri)
    mlflow.log_artifacts(local, "old-style")
mlflow.register_model(f"runs:/{run.info.run_id}/old-style", "line")
mlflow.log_text("changed later", "old-style/MLmodel", run_id=run.info.run_id)
for uri in ["models:/line@champion", "models:/line/1", "models:/line/2", "models:/line/latest", info.model_uri]:
    assert mlflow.pyfunc.load_model(uri).predict(asked).round(6).tolist() == [6.0], uri

client.transition_model_version_stage("line", "1", "Production")
assert mlflow.pyfunc.load_model("models:/line/Production").predict(asked).round(6).tolist() == [6.0]
client.transition_model_version_stage("line", "2", "production", archive_existing_versions=True)
stages = {found.version: found.current_stage for found in client.search_model_versions("name = 'line'")}
assert stages == {"1": "Archived", "2": "Production"}, stages
assert [found.version for found in client.get_latest_versions("line", ["Production"])] == ["2"]
fails("INVALID_PARAMETER_VALUE", client.transition_model_version_stage, "line", "2", "Shipping")
copied = client.copy_model_version("models:/line/1", "line copy")
assert mlflow.pyfunc.load_model(f"models:/line copy/{copied.version}").predict(asked).round(6).tolist() == [6.0]

client.set_model_version_tag("line", "1", "k", "v")
client.set_registered_model_tag("line", "team", "vision")
client.update_registered_model("line", "a line")
client.update_model_version("line", "1", "the first")
assert client.get_model_version("line", "1").description == "the first"
assert [found.version for found in client.search_model_versions("name = 'line' AND tags.k = 'v'")] == ["1"]
assert [found.version for found in client.search_model_versions("name = 'line'", order_by=["version_number ASC"])] == ["1", "2"]
assert {found.name for found in client.search_model_versions(f"run_id = '{version.run_id}'")} == {"line", "line copy"}
assert [found.name for found in client.search_registered_models("name LIKE 'line%' AND tags.team = 'vision'")] == ["line"]
assert [found.name for found in client.search_registered_models("name ILIKE 'LINE%'", order_by=["name DESC"])] == ["line copy", "line"]
client.delete_model_version_tag("line", "1", "k")
client.rename_registered_model("line", "curve")
client.delete_registered_model_alias("curve", "champion")
assert client.get_registered_model("curve").aliases == {"production": "2"}
assert mlflow.pyfunc.load_model("models:/curve/1").predict(asked).round(6).tolist() == [6.0]

foreign = "0" * 32
for code, source in [
    ("INVALID_PARAMETER_VALUE", "/etc/passwd"),
    ("INVALID_PARAMETER_VALUE", "file:///etc"),
    ("INVALID_PARAMETER_VALUE", "http://169.254.169.254/latest"),
    ("INVALID_PARAMETER_VALUE", "s3://bucket/key"),
    ("INVALID_PARAMETER_VALUE", "mlflow-artifacts:/../x"),
    ("INVALID_PARAMETER_VALUE", f"runs:/{run.info.run_id}/nothing"),
    ("INVALID_PARAMETER_VALUE", f"runs:/{run.info.run_id}/../x"),
    ("RESOURCE_DOES_NOT_EXIST", f"mlflow-artifacts:/team/other/runs/{run.info.run_id}/artifacts"),
    ("RESOURCE_DOES_NOT_EXIST", f"runs:/{foreign}/model"),
]:
    fails(code, client.create_model_version, "curve", source)
fails("RESOURCE_DOES_NOT_EXIST", client.create_model_version, "nobody", f"runs:/{run.info.run_id}/old-style")
# Deleting needs a stronger role than this token's.
fails("PERMISSION_DENIED", client.delete_registered_model, "curve")
fails("PERMISSION_DENIED", client.delete_model_version, "curve", "1")
print("ok")
