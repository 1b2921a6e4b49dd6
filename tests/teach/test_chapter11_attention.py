"""Page 11.4's numbers: attention, readers of sentences, a writer, and forecasts."""

import numpy as np
import pytest

from dlcore.datasets import alice, seasonal
from dlcore.layers import Attention, Embedding
from dlcore.teach import chapter11_attention as reading
from dlcore.teach import chapter11_forecast as forecasting
from dlcore.teach import chapter11_sentiment as sentiment
from dlcore.teach import chapter11_text as writing


def test_attention_is_that_of_the_library():
    rng = np.random.default_rng(0)
    q, H = rng.normal(size=4), rng.normal(size=(6, 4))
    weights, context = reading.attend(q, H)
    layer = Attention(dtype="float64")
    theirs, looks = layer([q[None, None], H[None]], return_attention_scores=True)
    np.testing.assert_allclose(context, theirs.data[0, 0], atol=1e-12)
    np.testing.assert_allclose(weights, looks.data[0, 0], atol=1e-12)


def test_paper_example():
    weights, context = reading.attend(np.array([np.log(2), 0.0]), reading.STATES)
    np.testing.assert_allclose(weights, [0.4, 0.2, 0.4])
    np.testing.assert_allclose(context, [0.8, 0.6])


def test_slope_of_the_context_by_differences():
    rng = np.random.default_rng(1)
    e, H = rng.normal(size=5), rng.normal(size=(5, 3))
    a = reading.softmax(e)
    for s in range(5):
        step = 1e-6 * np.eye(5)[s]
        change = reading.softmax(e + step) @ H - reading.softmax(e - step) @ H
        np.testing.assert_allclose(change / 2e-6, a[s] * (H[s] - a @ H), atol=1e-8)


def test_context_stays_among_the_states():
    for angle in reading.ANGLES:
        turn = np.deg2rad(angle)
        q = 20 * np.array([np.cos(turn), np.sin(turn)])
        weights, context = reading.attend(q, reading.STATES)
        assert weights.min() >= 0
        assert weights.sum() == pytest.approx(1)
        assert ((context >= -1e-12) & (context <= 1 + 1e-12)).all()
    weights, _ = reading.attend(np.array([20.0, 0.0]), reading.STATES)
    np.testing.assert_allclose(weights, [0.5, 0, 0.5], atol=1e-8)


def test_sentences_translate_as_they_should():
    assert reading.translated("the red house sleeps") == "la maison rouge dort"
    assert reading.translated("the cat falls slowly") == "le chat tombe lentement"
    texts = reading.sentences()
    assert len(texts) == len(set(texts)) == 480
    assert not set(reading.SHOWN) & set(texts[: reading.PAIRS])


def test_translator_learns_words_first_and_articles_last():
    fresh = reading.sentences()[reading.PAIRS :]
    assert reading.accuracy(fresh, 0) < 0.2
    assert 0.8 < reading.accuracy(fresh, 80) < 0.92
    assert reading.accuracy(fresh, 300) > 0.99
    _, looks = reading.translate("the red house sleeps")
    assert looks[1:].argmax(axis=1).tolist() == [2, 1, 3]
    assert looks[0, 2] > 0.3
    _, looks = reading.translate("the sad dog sings")
    assert looks[0, 0] > 0.8


def test_embedding_is_one_hot_times_its_table():
    layer = Embedding(6, 3, dtype="float64")
    ids = np.array([[2, 5, 2, 0]])
    vectors = layer(ids)
    table = layer.get_weights()[0]
    np.testing.assert_array_equal(np.eye(6)[ids] @ table, vectors.data)
    vectors.backward(np.ones(vectors.shape))
    sums = layer.embeddings.grad.sum(axis=1)
    np.testing.assert_allclose(sums, [3, 0, 6, 0, 0, 3])


def test_readers_with_order_succeed_and_the_average_fails():
    rows = sentiment.sentences.load_data()[1]
    test = {
        reader: sentiment.trained(reader).evaluate(*rows, verbose=0)[1]
        for reader in sentiment.READERS[:3]
    }
    assert test["average"] < 0.65
    assert min(test["convolution"], test["LSTM"]) > 0.97


def test_adjectives_fall_into_two_groups():
    words, place = sentiment.sentences.vocabulary(), sentiment.vectors()
    good, bad = (
        place[[words.index(w) for w in group if w in words]]
        for group in sentiment.adjectives()
    )
    middles = good.mean(axis=0), bad.mean(axis=0)
    away = np.linalg.norm(middles[0] - middles[1])
    assert away > 3 * max(good.std(axis=0).max(), bad.std(axis=0).max())


def test_temperature():
    p = np.array([0.8, 0.2])
    np.testing.assert_allclose(writing.with_temperature(p, 1.0), p)
    np.testing.assert_allclose(
        writing.with_temperature(p, 0.5), [0.64 / 0.68, 0.04 / 0.68]
    )
    assert writing.with_temperature(p, 1e-3).tolist() == [1.0, 0.0]
    np.testing.assert_allclose(writing.with_temperature(p, 1e6), 0.5, atol=1e-6)


def test_writer_beats_counting_and_then_learns_by_heart():
    losses = np.array(writing.record()["losses"])
    best = losses[:, 1].argmin()
    assert losses[best, 1] < min(writing.counted(order) for order in range(4))
    assert 10 < best < 35
    assert losses[-1, 1] > losses[best, 1] + 0.05
    assert losses[-1, 0] < 0.6 * losses[-1, 1]


def test_record_of_the_writer_is_what_training_gives():
    seen, fresh, alphabet = writing.pieces()
    model = writing.network(len(alphabet))
    assert model.count_params() == writing.record()["parameters"]
    start = model.evaluate(*fresh, verbose=0)
    assert start == pytest.approx(writing.record()["losses"][0][1], abs=0.001)
    model.fit(*seen, epochs=1, batch_size=writing.ROWS, verbose=0)
    after = model.evaluate(*fresh, verbose=0)
    assert after == pytest.approx(writing.record()["losses"][1][1], abs=0.03)


def test_longest_copy():
    assert writing.longest_copy("xxabcdxx", "zzabcdzz") == "abcd"
    assert writing.longest_copy("qqq", "abc") == ""
    assert writing.longest_copy("abcdqa", "abcda") == "abcd"
    text = writing.record()["texts"]["40"]["0.2"]
    copied = writing.longest_copy(text, alice.text())
    assert len(copied) > 12
    assert copied in alice.text()


def test_last_value_costs_two_noises_and_the_step():
    rng = np.random.default_rng(5)
    wave = np.sin(2 * np.pi * np.arange(200_000) / 25)
    noisy = wave + rng.normal(0, forecasting.NOISE, len(wave))
    expected = np.mean(np.diff(wave) ** 2) + 2 * forecasting.NOISE**2
    assert np.mean(np.diff(noisy) ** 2) == pytest.approx(expected, rel=0.02)


def test_forecasts_of_the_wave():
    last = forecasting.error("same as the last")
    linear = forecasting.error("linear")
    assert linear < 0.5 * last
    for kind in ("plain", "LSTM", "convolution"):
        assert forecasting.NOISE**2 < forecasting.error(kind) < 1.15 * linear
    assert np.ptp(forecasting.run_on("same as the last")) == 0
    assert np.ptp(forecasting.run_on("linear")) > 1.5


def test_baselines_of_the_visitors():
    visitors = seasonal.load_data()
    found = forecasting.months()
    month = np.abs(np.diff(visitors))[-24:].mean()
    year = np.abs(visitors[-24:] - visitors[-36:-12]).mean()
    assert found["same as last month"] == pytest.approx(month)
    assert month == pytest.approx(15.4, abs=0.05)
    assert found["same as a year ago"] == pytest.approx(year)
    assert max(found["linear, 13 months"], found["LSTM, 13 months"]) < year
