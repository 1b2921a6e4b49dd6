"""The data sets that ship: shapes, contents, and the datasheets that describe them."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from dlcore import datasets

FOLDER = Path(datasets.__file__).parent
SETS = datasets.__all__


def test_every_set_has_a_datasheet_with_its_origin_and_license():
    for name in SETS:
        sheet = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
        for part in (f"# Datasheet: {name}", "**Origin.**", "**License.**"):
            assert part in sheet, f"{name}.md lacks {part}"


def test_all_data_together_are_small():
    assert sum(p.stat().st_size for p in FOLDER.glob("*.*")) < 5_000_000


def test_digits():
    (x_train, y_train), (x_test, y_test) = datasets.digits.load_data()
    assert (x_train.shape, x_test.shape) == ((1500, 8, 8), (297, 8, 8))
    assert x_train.dtype == y_train.dtype == np.uint8
    assert (x_train.min(), x_train.max()) == (0, 16)
    counts = np.bincount(np.concatenate([y_train, y_test]))
    assert counts.tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


def test_digits_are_those_of_scikit_learn():
    data = pytest.importorskip("sklearn.datasets", reason="needs scikit-learn")
    (x_train, y_train), (x_test, _) = datasets.digits.load_data()
    theirs = data.load_digits()
    np.testing.assert_array_equal(np.concatenate([x_train, x_test]), theirs.images)
    np.testing.assert_array_equal(y_train, theirs.target[:1500])


def test_digits_file_is_plain_text():
    with gzip.open(FOLDER / "digits.csv.gz", "rt", encoding="ascii") as file:
        assert len(file.readline().split(",")) == 65


def test_card_fraud_has_the_counts_of_its_datasheet():
    actual, predicted = datasets.card_fraud.load_data()
    counts = [
        int(((actual == a) & (predicted == p)).sum()) for a in (0, 1) for p in (0, 1)
    ]
    assert counts == [90, 3, 5, 2]
    assert (actual[:93] == 0).all()


@pytest.mark.parametrize("seed", [0, 1])
def test_side_effects(seed):
    x, y = datasets.side_effects.load_data(seed=seed)
    ages = np.round(x[:, 0] * 87 + 13)
    assert (x.shape, y.shape) == ((2100, 1), (2100,))
    assert (ages.min(), ages.max()) == (13, 100)
    old = ages >= 65
    assert old.sum() == 1050
    assert (y[old] == 0).sum() == (y[~old] == 1).sum() == 52
    assert abs(np.corrcoef(np.arange(2100), ages)[0, 1]) < 0.1


def test_side_effects_need_two_halves():
    with pytest.raises(ValueError, match=r"(?s)even number.*got: +7"):
        datasets.side_effects.load_data(rows=7)


def test_seasonal_forecasts_of_the_datasheet():
    v = datasets.seasonal.load_data()
    test = np.arange(120, 144)
    assert v.shape == (144,)
    assert np.abs(v[test] - v[test - 1]).mean() == pytest.approx(15.4, abs=0.05)
    assert np.abs(v[test] - v[test - 12]).mean() == pytest.approx(6.2, abs=0.05)


def test_alice_goes_on_character_by_character():
    x, y, alphabet = datasets.alice.load_data(steps=10)
    characters = datasets.alice.text()
    assert len(characters) == len(x) + 10
    assert "".join(alphabet[i] for i in x[100]) == characters[100:110]
    assert "".join(alphabet[i] for i in y) == characters[10:]
    assert characters.isascii()


def test_sentences_are_balanced_and_fit_their_encoding():
    texts, positive = datasets.sentences.table()
    assert len(texts) == len(set(texts)) == 120
    assert positive.sum() == 60
    assert max(len(text.split()) for text in texts) <= 8
    (x_train, y_train), (x_test, _) = datasets.sentences.load_data()
    assert (x_train.shape, x_test.shape) == ((96, 8), (24, 8))
    words = datasets.sentences.vocabulary()
    assert " ".join(words[i] for i in x_train[1]).split() == texts[1].split()
    assert y_train[:4, 0].tolist() == [1, 0, 0, 1]
    assert x_train.min() == 0
    assert (x_train != 1).all()  # no training word is unknown
    assert (x_test == 1).any()


S = datasets.synthetic


@pytest.mark.parametrize(
    "make",
    [
        *(S.noisy_line, S.noisy_sine, S.recall_first, S.arc),
        *(S.swiss_roll, S.rings, S.spirals),
    ],
)
def test_synthetic_sets_repeat_with_their_seed(make):
    def all_of(made):
        return [np.asarray(part) for part in (made if type(made) is tuple else [made])]

    first, again, other = all_of(make()), all_of(make()), all_of(make(seed=1))
    assert all((a == b).all() for a, b in zip(first, again, strict=True))
    assert any((a != b).any() for a, b in zip(first, other, strict=True))
    sheet = (FOLDER / "synthetic.md").read_text(encoding="utf-8")
    assert f"| {make.__name__} |" in sheet


def test_what_synthetic_sets_are():
    x, y = S.noisy_line(1000)
    slope = (x * y).mean() / (x * x).mean()
    assert slope == pytest.approx(0.1, abs=0.1)
    assert abs(S.noisy_sine(noise=0.0)[25]) < 1e-12
    x, y = S.recall_first(50, steps=7)
    np.testing.assert_array_equal(y[:, 0] == 1, x[:, 0, 0] == 1)
    assert x.shape == (50, 7, 1)
    np.testing.assert_allclose((S.arc() ** 2).sum(axis=1), 1)
    x, along = S.swiss_roll()
    np.testing.assert_allclose(np.hypot(x[:, 0], x[:, 2]), along)
    x, outer = S.rings(noise=0.0)
    np.testing.assert_allclose((x**2).sum(axis=1), (1 + outer[:, 0]) ** 2)
    x, labels = S.spirals(noise=0.0)
    assert np.bincount(labels).tolist() == [100, 100, 100]
