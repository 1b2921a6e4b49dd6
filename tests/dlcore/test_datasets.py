"""The hotels: shapes, splits, labels, and the datasheet that describes them."""

from pathlib import Path

import numpy as np
import pytest

from dlcore.datasets import hotels

FOLDER = Path(hotels.__file__).parent


@pytest.mark.parametrize(
    ("task", "train", "test", "targets"),
    [
        ("linear", (8, 1), (4, 1), (8, 1)),
        ("nonlinear", (24, 2), (8, 2), (24, 1)),
        ("hot", (24, 2), (8, 2), (24, 1)),
        ("category", (24, 2), (8, 2), (24,)),
    ],
)
def test_shapes(task, train, test, targets):
    (x_train, y_train), (x_test, y_test) = hotels.load_data(task)
    assert (x_train.shape, x_test.shape, y_train.shape) == (train, test, targets)
    assert y_test.shape == (len(x_test), *targets[1:])
    assert x_train.dtype == np.float64


def test_first_and_last_rows():
    (x_train, y_train), (x_test, y_test) = hotels.load_data("nonlinear")
    assert x_train[0].tolist() == [0.2, 3.5]
    assert y_train[0].tolist() == [157.0]
    assert x_test[-1].tolist() == [19.4, 4.8]
    assert y_test[-1].tolist() == [209.0]


def test_the_linear_hotels_in_order():
    (x_train, y_train), (x_test, y_test) = hotels.load_data("linear")
    assert x_train.ravel().tolist() == [0.5, 1.1, 1.6, 2.4, 3.5, 4.6, 6.2, 9.5]
    assert y_train.ravel().tolist() == [146, 149, 140, 134, 127, 110, 112, 81]
    assert x_test.ravel().tolist() == [0.3, 0.7, 4.9, 8.5]
    assert y_test.ravel().tolist() == [156, 168, 116, 99]


def test_four_linear_hotels_change_sides():
    linear, whole = hotels.table("linear"), hotels.table()
    split = dict(zip(whole["hotel"], whole["split"], strict=True))
    moved = [
        (float(distance), str(side))
        for hotel, distance, side in zip(
            linear["hotel"], linear["distance"], linear["split"], strict=True
        )
        if split[hotel] != side
    ]
    assert moved == [(1.1, "train"), (0.7, "test"), (4.9, "test"), (8.5, "test")]


def test_categories_follow_the_stated_rule():
    columns = hotels.table()
    for distance, rating, category in zip(
        columns["distance"], columns["rating"], columns["category"], strict=True
    ):
        golden = rating >= (4.3 if distance < 1 else 4.2)
        if rating < 3.2:
            expected = "bronze"
        elif golden or (distance > 16 and rating >= 3.5):
            expected = "gold"
        else:
            expected = "silver"
        assert category == expected, (distance, rating)


def test_label_counts():
    (_, y_train), (_, y_test) = hotels.load_data("category")
    assert hotels.CATEGORIES == ("gold", "silver", "bronze")
    assert np.bincount(y_train).tolist() == [9, 8, 7]
    assert np.bincount(y_test).tolist() == [4, 3, 1]
    assert y_train[:5].tolist() == [1, 0, 1, 0, 2]
    (_, y_train), (_, y_test) = hotels.load_data("hot")
    assert (y_train.sum(), y_test.sum()) == (11, 6)


def test_far_hotels_are_expensive():
    columns = hotels.table()
    train = columns["split"] == "train"
    near = train & (columns["distance"] <= 10)

    def correlation(rows):
        return np.corrcoef(columns["distance"][rows], columns["price"][rows])[0, 1]

    assert correlation(near) == pytest.approx(-0.94, abs=0.005)
    assert correlation(train) == pytest.approx(0.30, abs=0.005)


def test_each_call_returns_arrays_of_its_own():
    (x, _), _ = hotels.load_data("linear")
    x[:] = 0
    assert hotels.load_data("linear")[0][0][0] == 0.5


@pytest.mark.parametrize(
    ("task", "hint"),
    [("lineer", "mean 'linear'"), ("HOT", "mean 'hot'"), (3, "use one of linear")],
)
@pytest.mark.parametrize("function", [hotels.load_data, hotels.table])
def test_an_unknown_task_suggests_the_nearest(function, task, hint):
    with pytest.raises(ValueError, match=hint):
        function(task)


def test_every_data_file_has_a_datasheet_that_names_its_columns():
    for data in FOLDER.glob("*.csv"):
        sheet = data.with_suffix(".md").read_text(encoding="utf-8")
        assert "**Origin.**" in sheet
        header = data.read_text(encoding="utf-8").splitlines()[0]
        missing = [name for name in header.split(",") if f"| {name} |" not in sheet]
        assert not missing, f"{data.name}: the datasheet does not tell of {missing}"
