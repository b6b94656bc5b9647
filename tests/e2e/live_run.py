"""Logs one value of `loss` for each line it reads, so that whoever feeds it decides when."""

import sys

import mlflow

mlflow.set_experiment("live")
with mlflow.start_run(run_name="live") as run:
    print("run", run.info.run_id)
    for step, line in enumerate(sys.stdin):
        mlflow.log_metric("loss", float(line), step=step)
        print("logged", step)
