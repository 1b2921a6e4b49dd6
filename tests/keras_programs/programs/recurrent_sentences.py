"""Which of two words comes first? Embedded words through an LSTM, padding masked."""

import keras
from data import sentences
from keras import layers


def main():
    x, y = sentences()
    model = keras.Sequential(
        [
            layers.Embedding(input_dim=12, output_dim=8, mask_zero=True),
            layers.LSTM(16),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(
        keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"]
    )
    model.fit(x[:450], y[:450], epochs=20, batch_size=32, verbose=0)
    return model.evaluate(x[450:], y[450:], verbose=0)[1]
