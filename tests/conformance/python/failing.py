"""Shared by the scripts beside it."""

from mlflow.exceptions import MlflowException


def fails(code: str, call, *args, **kwargs) -> str:
    """Calls and expects MLflow's error code; returns the message."""
    try:
        call(*args, **kwargs)
    except MlflowException as error:
        assert error.error_code == code, f"{error.error_code} instead of {code}: {error}"
        return str(error)
    raise AssertionError(f"{call} did not fail with {code}")
