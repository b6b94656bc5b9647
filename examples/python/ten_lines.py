import mlflow

mlflow.set_experiment("ten lines")
with mlflow.start_run():
    mlflow.log_params({"lr": 0.1, "batch": 32})
    for step in range(100):
        mlflow.log_metric("loss", 1 / (1 + 0.1 * step), step=step)
    mlflow.log_text("Logged by ten lines of Python.", "notes.txt")
