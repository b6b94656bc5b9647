"""System metrics, as the client's own monitor sends them while a run is active."""

import time

import mlflow
from mlflow import MlflowClient

client = MlflowClient()
mlflow.set_experiment("system metrics")
mlflow.set_system_metrics_sampling_interval(0.2)
mlflow.set_system_metrics_samples_before_logging(1)


def logged(run_id: str) -> list:
    return client.get_metric_history(run_id, "system/cpu_utilization_percentage")


with mlflow.start_run(log_system_metrics=True) as run:
    deadline = time.monotonic() + 30
    while len(logged(run.info.run_id)) < 3:
        assert time.monotonic() < deadline, "no system metrics came"
keys = client.get_run(run.info.run_id).data.metrics
assert {"system/system_memory_usage_megabytes", "system/disk_usage_percentage"} <= set(keys), keys
assert [point.step for point in logged(run.info.run_id)][:3] == [0, 1, 2]
print("ok")
