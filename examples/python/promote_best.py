"""Finds the best run of search_digits.py, registers its model, makes it the champion and uses it."""

import mlflow
from mlflow import MlflowClient

from digits import load

NAME = "digits"


def main() -> None:
    best = mlflow.search_runs(
        experiment_names=["digits search"],
        filter_string="attributes.status = 'FINISHED' AND metrics.`test/accuracy` > 0.9 AND tags.stage = 'search'",
        order_by=["metrics.`test/accuracy` DESC", "metrics.`test/loss` ASC"],
        max_results=1,
        output_format="list",
    )[0]
    accuracy = best.data.metrics["test/accuracy"]
    version = mlflow.register_model(f"runs:/{best.info.run_id}/model", NAME, tags={"found_by": "promote_best.py"})

    client = MlflowClient()
    client.update_model_version(NAME, version.version, description=f"Test accuracy {accuracy:.4f}")
    client.set_registered_model_alias(NAME, "champion", version.version)

    data = load()
    model = mlflow.pyfunc.load_model(f"models:/{NAME}@champion")
    predicted = model.predict(data.test_images)
    reached = float((predicted == data.test_labels).mean())
    if abs(reached - accuracy) > 1e-9:
        raise SystemExit(f"the loaded model reaches {reached}, its run said {accuracy}")
    print(f"{NAME} version {version.version} is champion: {best.info.run_name}, accuracy {reached:.4f}")


if __name__ == "__main__":
    main()
