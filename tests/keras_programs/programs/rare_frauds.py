"""Rare frauds: classes with weights, precision and recall instead of accuracy."""

import keras
from data import frauds
from keras import layers


def main():
    x, y = frauds()
    model = keras.Sequential(
        [layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")]
    )
    model.compile(
        optimizer="adam",
        loss="binary_crossentropy",
        metrics=[
            keras.metrics.Precision(name="precision"),
            keras.metrics.Recall(name="recall"),
            keras.metrics.AUC(name="auc"),
        ],
    )
    model.fit(
        x[:2000], y[:2000], epochs=15, batch_size=64, class_weight={0: 1.0, 1: 10.0},
        verbose=0,
    )  # fmt: skip
    scores = model.evaluate(x[2000:], y[2000:], verbose=0, return_dict=True)
    assert scores["recall"] > scores["precision"]
    return scores["auc"]
