"""What the scripts beside it need to know of the client's version."""

import mlflow

IS_3 = int(mlflow.__version__.split(".")[0]) >= 3
VERSION = tuple(int(part) for part in mlflow.__version__.split(".")[:2])


def log_sklearn(model, name: str, **options):
    """Logs a scikit-learn model: with MLflow 3 a logged model, before that files of the run."""
    where = {"name": name} if IS_3 else {"artifact_path": name}
    if VERSION >= (3, 12):
        options["serialization_format"] = "cloudpickle"
    return mlflow.sklearn.log_model(model, pip_requirements=["scikit-learn"], **where, **options)
