"""Side effects by age: 1-16-32-2, Adam with a small rate, a printed log."""

import keras
from data import ages
from keras.layers import Dense
from keras.models import Sequential
from keras.optimizers import Adam


def main():
    x, y = ages()
    model = Sequential(
        [
            Dense(units=16, input_shape=(1,), activation="relu"),
            Dense(units=32, activation="relu"),
            Dense(units=2, activation="softmax"),
        ]
    )
    assert model.count_params() == 642
    model.compile(
        optimizer=Adam(learning_rate=0.001),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(x=x, y=y, batch_size=10, epochs=10, shuffle=True, verbose=2)
    predictions = model.predict(x=x[:50], batch_size=10, verbose=0)
    assert predictions.shape == (50, 2)
    keras.utils.to_categorical(predictions.argmax(axis=-1), num_classes=2)
    return model.evaluate(x, y, verbose=0)[1]
