"""A small hyper-parameter search on handwritten digits: two model families, one run for each setting.

Knows nothing of where it logs to: MLFLOW_TRACKING_URI and MLFLOW_TRACKING_TOKEN say that.
"""

from itertools import product
from pathlib import Path

import matplotlib

matplotlib.use("Agg")

import matplotlib.pyplot as plt
import mlflow
import numpy as np
from mlflow.models import infer_signature
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import ConfusionMatrixDisplay, accuracy_score, classification_report, log_loss

from digits import Digits, load

EXPERIMENT = "digits search"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")
EPOCHS = 30
SGD_RATES = (0.001, 0.01, 0.1)
SGD_PENALTIES = (1e-5, 1e-3)
FOREST_DEPTHS = (4, 8, 16)
FOREST_FEATURES = ("sqrt", 0.5)
TREES_PER_STEP = 5
FOREST_STEPS = 10


def log_quality(model, data: Digits, step: int) -> None:
    train = model.predict_proba(data.train_images)
    test = model.predict_proba(data.test_images)
    mlflow.log_metrics(
        {
            "train/loss": log_loss(data.train_labels, train),
            "train/accuracy": accuracy_score(data.train_labels, train.argmax(axis=1)),
            "test/loss": log_loss(data.test_labels, test),
            "test/accuracy": accuracy_score(data.test_labels, test.argmax(axis=1)),
        },
        step=step,
    )


def train_sgd(data: Digits, rate: float, alpha: float) -> SGDClassifier:
    model = SGDClassifier(loss="log_loss", learning_rate="constant", eta0=rate, alpha=alpha, random_state=7)
    order = np.random.default_rng(7)
    for epoch in range(EPOCHS):
        rows = order.permutation(len(data.train_labels))
        model.partial_fit(data.train_images[rows], data.train_labels[rows], classes=np.arange(10))
        log_quality(model, data, step=epoch)
    return model


def train_forest(data: Digits, depth: int, features: str | float) -> RandomForestClassifier:
    model = RandomForestClassifier(
        n_estimators=0, max_depth=depth, max_features=features, warm_start=True, random_state=7
    )
    for step in range(FOREST_STEPS):
        model.n_estimators += TREES_PER_STEP
        model.fit(data.train_images, data.train_labels)
        log_quality(model, data, step=step)
    return model


def log_results(model, data: Digits) -> None:
    predicted = model.predict(data.test_images)
    figure, axes = plt.subplots(figsize=(6, 6))
    ConfusionMatrixDisplay.from_predictions(data.test_labels, predicted, ax=axes, colorbar=False)
    mlflow.log_figure(figure, "plots/confusion.png")
    plt.close(figure)
    report = classification_report(data.test_labels, predicted, output_dict=True)
    mlflow.log_dict(report, "report.json")
    mlflow.log_text(classification_report(data.test_labels, predicted), "report.txt")
    mlflow.sklearn.log_model(
        model,
        name="model",
        signature=infer_signature(data.test_images, predicted),
        serialization_format="cloudpickle",
        pip_requirements=str(REQUIREMENTS),
    )


def run_one(data: Digits, family: str, params: dict, train) -> None:
    name = family + " " + " ".join(f"{key}={value}" for key, value in params.items())
    with mlflow.start_run(run_name=name, nested=True):
        mlflow.log_params({"family": family, **params})
        mlflow.set_tags({"task": "digits", "stage": "search"})
        mlflow.log_input(data.train_dataset(), context="train")
        mlflow.log_input(data.test_dataset(), context="test")
        model = train(data, *params.values())
        log_results(model, data)


def main() -> None:
    data = load()
    mlflow.set_experiment(EXPERIMENT)
    with mlflow.start_run(run_name="search", description="Two model families, six settings each.") as parent:
        mlflow.log_params({"settings": 12, "split_seed": 7})
        mlflow.log_artifact(__file__, "code")
        for rate, alpha in product(SGD_RATES, SGD_PENALTIES):
            run_one(data, "sgd", {"rate": rate, "alpha": alpha}, train_sgd)
        for depth, features in product(FOREST_DEPTHS, FOREST_FEATURES):
            run_one(data, "forest", {"depth": depth, "features": features}, train_forest)
    print(f"searched: {parent.info.run_id}")


if __name__ == "__main__":
    main()
