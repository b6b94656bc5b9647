"""Starts a run over a network that loses answers; knows nothing of Assay."""

import mlflow

mlflow.set_experiment("started once")
with mlflow.start_run(run_name="once") as run:
    mlflow.log_metric("loss", 0.5)
print(run.info.run_id)
