/** Ten lines that log a first run with the stock MLflow client. */
export function pythonSnippet(experiment: string): string {
  return `import mlflow

mlflow.set_experiment(${JSON.stringify(experiment)})
with mlflow.start_run():
    mlflow.log_param("lr", 0.01)
    loss = 1.0
    for step in range(100):
        loss *= 0.97
        mlflow.log_metric("train/loss", loss, step=step)
    mlflow.log_text("done", "notes.txt")`;
}
