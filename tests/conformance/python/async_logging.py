"""Asynchronous logging from several threads of a script, which the client sends as parallel log-batch calls on one run."""

import threading

import mlflow
from mlflow import MlflowClient

client = MlflowClient()
mlflow.set_experiment("async logging")
THREADS = 10
STEPS = 50

with mlflow.start_run() as run:
    run_id = run.info.run_id

    def log(thread: int) -> None:
        for step in range(STEPS):
            client.log_metric(run_id, f"thread/{thread}", step / 4, timestamp=1_790_000_000_000 + step, step=step, synchronous=False)
            client.log_metric(run_id, "shared", thread, timestamp=1_790_000_000_000 + step, step=step, synchronous=False)

    threads = [threading.Thread(target=log, args=(at,)) for at in range(THREADS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    mlflow.flush_async_logging()

for thread in range(THREADS):
    history = client.get_metric_history(run_id, f"thread/{thread}")
    assert [(m.step, m.value) for m in history] == [(step, step / 4) for step in range(STEPS)], thread
shared = client.get_metric_history(run_id, "shared")
assert [(m.step, m.value) for m in shared] == [(step, float(t)) for step in range(STEPS) for t in range(THREADS)]
assert client.get_run(run_id).data.metrics["shared"] == THREADS - 1
print("ok")
