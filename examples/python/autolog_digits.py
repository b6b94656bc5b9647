"""Two lines of MLflow around ordinary scikit-learn code: autologging notes params, metrics, model and data."""

import matplotlib

matplotlib.use("Agg")

import mlflow
from sklearn.model_selection import GridSearchCV
from sklearn.neural_network import MLPClassifier

from digits import load


def main() -> None:
    data = load()
    mlflow.set_experiment("digits autolog")
    mlflow.sklearn.autolog(max_tuning_runs=4, serialization_format="cloudpickle")

    with mlflow.start_run(run_name="mlp"):
        model = MLPClassifier(hidden_layer_sizes=(32,), max_iter=60, random_state=7)
        model.fit(data.train_images, data.train_labels)
        accuracy = model.score(data.test_images, data.test_labels)

    with mlflow.start_run(run_name="mlp grid"):
        grid = GridSearchCV(
            MLPClassifier(max_iter=30, random_state=7),
            {"hidden_layer_sizes": [(16,), (32,)], "alpha": [1e-4, 1e-2]},
            cv=2,
        )
        grid.fit(data.train_images, data.train_labels)

    print(f"accuracy {accuracy:.3f}, best of the grid {grid.best_params_}")


if __name__ == "__main__":
    main()
