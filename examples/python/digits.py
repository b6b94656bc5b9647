"""The handwritten digits that scikit-learn ships, split once and for all scripts the same way."""

from dataclasses import dataclass

import mlflow
import numpy as np
from mlflow.data.numpy_dataset import NumpyDataset
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


@dataclass(frozen=True)
class Digits:
    train_images: np.ndarray
    train_labels: np.ndarray
    test_images: np.ndarray
    test_labels: np.ndarray

    def train_dataset(self) -> NumpyDataset:
        return mlflow.data.from_numpy(self.train_images, targets=self.train_labels, name="digits-train")

    def test_dataset(self) -> NumpyDataset:
        return mlflow.data.from_numpy(self.test_images, targets=self.test_labels, name="digits-test")


def load() -> Digits:
    images, labels = load_digits(return_X_y=True)
    train_images, test_images, train_labels, test_labels = train_test_split(
        images / 16.0, labels, test_size=0.25, random_state=7, stratify=labels
    )
    return Digits(train_images, train_labels, test_images, test_labels)
