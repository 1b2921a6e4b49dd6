"""The learning rate set by the epoch, and made smaller on a plateau."""

import keras
from data import prices
from keras import layers


def slower(epoch, rate):
    return rate if epoch < 10 else 0.9 * rate


def main():
    x, y = prices()
    scores = []
    for callback in (
        keras.callbacks.LearningRateScheduler(slower),
        keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=3),
    ):
        model = keras.Sequential(
            [layers.Dense(32, activation="gelu"), layers.Dense(1, activation="linear")]
        )
        model.compile(keras.optimizers.Nadam(0.02), keras.losses.Huber())
        history = model.fit(
            x[:400], y[:400], validation_data=(x[400:], y[400:]), epochs=40,
            callbacks=[callback, keras.callbacks.TerminateOnNaN()], verbose=0,
        )  # fmt: skip
        rates = history.history["learning_rate"]
        assert rates[-1] < rates[0]
        error = model.predict(x[400:], verbose=0) - y[400:]
        scores.append(1 - error.var() / y[400:].var())
    return min(scores)
