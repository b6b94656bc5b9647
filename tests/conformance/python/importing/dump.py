"""Prints everything the client finds in a store as JSON, so that two stores can be compared."""

import hashlib
import json
import os
import sys
import tempfile

import mlflow
from mlflow import MlflowClient
from mlflow.entities import ViewType

IS_3 = int(mlflow.__version__.split(".")[0]) >= 3
client = MlflowClient()


def pages(search, **given):
    token = None
    while True:
        page = search(page_token=token, **given)
        yield from page
        token = page.token
        if not token:
            return


def number(value):
    """JSON has no NaN and no infinity. The sign of a zero does not come over the wire from everywhere."""
    return repr(float(value) + 0.0)


def files_below(folder):
    found = {}
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            with open(path, "rb") as opened:
                found[os.path.relpath(path, folder)] = hashlib.sha256(opened.read()).hexdigest()
    return found


def download(**given):
    with tempfile.TemporaryDirectory() as folder:
        try:
            return files_below(mlflow.artifacts.download_artifacts(dst_path=folder, **given))
        except Exception as error:
            # Of a logged model whose files never came; each store says it in its own words.
            return {"none": type(error).__name__}


def run_of(found):
    # A search leaves out the models that a run read.
    run = client.get_run(found.info.run_id)
    info, data, inputs = run.info, run.data, run.inputs
    history = {}
    for key in data.metrics:
        points = client.get_metric_history(info.run_id, key)
        history[key] = sorted([point.step, point.timestamp, number(point.value)] for point in points)
    is_deleted = info.lifecycle_stage == "deleted"
    return {
        "name": info.run_name,
        "status": info.status,
        "start": info.start_time,
        "end": info.end_time,
        "stage": info.lifecycle_stage,
        "user": info.user_id,
        "params": data.params,
        "tags": data.tags,
        "latest": {key: number(value) for key, value in data.metrics.items()},
        "history": history,
        "datasets": sorted(
            [one.dataset.name, one.dataset.digest, one.dataset.source_type, one.dataset.source, one.dataset.schema,
             one.dataset.profile, sorted([tag.key, tag.value] for tag in one.tags)]
            for one in inputs.dataset_inputs
        ),
        "models read": sorted(one.model_id for one in getattr(inputs, "model_inputs", [])),
        "models made": sorted([one.model_id, one.step] for one in run.outputs.model_outputs) if IS_3 else [],
        # Older clients fail to download nothing.
        "files": {} if is_deleted or not client.list_artifacts(info.run_id) else download(run_id=info.run_id),
    }


def experiment_of(one):
    is_default = one.name == "Default"
    runs = pages(client.search_runs, experiment_ids=[one.experiment_id], run_view_type=ViewType.ALL, max_results=50)
    return {
        # A store that makes its own ids may have any.
        "id": one.experiment_id if len(one.experiment_id) < 10 else None,
        "stage": one.lifecycle_stage,
        "tags": one.tags,
        "made": None if is_default else one.creation_time,
        "runs": {run.info.run_id: run_of(run) for run in runs},
    }


def tags_of(model):
    """Which versions came from it, MLflow notes as a number, as a text or twice, as it happens."""
    registered = model.tags.get("mlflow.modelVersions")
    if registered is None:
        return model.tags
    versions = sorted({(one["name"], int(one["version"])) for one in json.loads(registered)})
    return {**model.tags, "mlflow.modelVersions": versions}


def newest_of(metrics):
    """A folder's client shows no more of a model's metrics than the newest for each dataset."""
    newest = {}
    for one in sorted(metrics, key=lambda one: (one.step, one.timestamp, one.value)):
        identity = [one.key, one.run_id, one.dataset_name or "", one.dataset_digest or ""]
        newest[json.dumps(identity)] = [*identity, number(one.value), one.step, one.timestamp]
    return sorted(newest.values())


def logged_model_of(model):
    return {
        "name": model.name,
        "type": model.model_type or "",
        "run": model.source_run_id,
        "status": str(model.status),
        "tags": tags_of(model),
        "params": model.params,
        "made": model.creation_timestamp,
        "changed": model.last_updated_timestamp,
        "metrics": newest_of(model.metrics or []),
        "files": download(artifact_uri=f"models:/{model.model_id}"),
    }


def version_of(version, aliases):
    return {
        "run": version.run_id,
        "stage": version.current_stage,
        "status": version.status,
        "description": version.description or "",
        "tags": version.tags,
        "made": version.creation_timestamp,
        "changed": version.last_updated_timestamp,
        "source": version.source,
        "aliases": sorted(alias for alias, target in aliases.items() if str(target) == str(version.version)),
        "files": download(artifact_uri=f"models:/{version.name}/{version.version}"),
    }


def model_of(model):
    versions = pages(client.search_model_versions, filter_string=f"name='{model.name}'")
    return {
        "description": model.description or "",
        "tags": model.tags,
        "made": model.creation_timestamp,
        "changed": model.last_updated_timestamp,
        "aliases": {alias: str(version) for alias, version in model.aliases.items()},
        "versions": {str(one.version): version_of(one, model.aliases) for one in versions},
    }


found = {"experiments": {}, "models": {}, "logged models": {}}
experiments = list(pages(client.search_experiments, view_type=ViewType.ALL))
for one in experiments:
    found["experiments"][one.name] = experiment_of(one)
for model in pages(client.search_registered_models):
    found["models"][model.name] = model_of(model)
if IS_3:
    ids = [one.experiment_id for one in experiments if one.lifecycle_stage == "active"]
    for model in pages(client.search_logged_models, experiment_ids=ids):
        found["logged models"][model.model_id] = logged_model_of(model)
with open(sys.argv[1], "w") as opened:
    json.dump(found, opened, sort_keys=True, indent=1, allow_nan=False)
print("dumped")
