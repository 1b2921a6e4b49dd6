"""A generator learns to draw numbers like those of a bell curve, from a critic."""

import keras
import numpy as np
from data import bells
from keras import layers


def main():
    generator = keras.Sequential(
        [
            keras.Input((2,)),
            layers.Dense(16),
            layers.LeakyReLU(negative_slope=0.2),
            layers.Dense(1),
        ]
    )
    critic = keras.Sequential(
        [
            keras.Input((1,)),
            layers.Dense(16),
            layers.LeakyReLU(negative_slope=0.2),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    critic.compile(keras.optimizers.Adam(0.005, beta_1=0.5), "binary_crossentropy")
    critic.trainable = False
    both = keras.Sequential([generator, critic])
    both.compile(keras.optimizers.Adam(0.005, beta_1=0.5), "binary_crossentropy")

    noise = np.random.default_rng(0)
    real, fake = np.ones((64, 1)), np.zeros((64, 1))
    for step in range(400):
        seeds = noise.normal(size=(64, 2)).astype("float32")
        made = generator.predict_on_batch(seeds)
        critic.trainable = True
        critic.train_on_batch(bells(64, step), real)
        critic.train_on_batch(made, fake)
        critic.trainable = False
        both.train_on_batch(seeds, real)
    drawn = generator.predict(noise.normal(size=(500, 2)), verbose=0)
    return 1 - abs(drawn.mean() - 3.0) / 3.0
