"""The playground: its arithmetic is dlcore's, its experiments end as the page says."""

import re

import numpy as np
import pytest

from dlcore import Sequential, layers, optimizers, regularizers
from tests.pages import browser as kit
from tools.book import ROOT

PAGE = "book/playground"
SOURCE = ROOT / "book" / "playground.md"
# the page's network and training rows, and both again after some steps with all rows
STEPS = """(steps) => {
  const p = document.querySelector("dl-playground");
  const weights = () => structuredClone(p.network.layers.map(({ W, b }) => [W, b]));
  const before = weights();
  for (let n = 0; n < steps; n += 1) {
    p.network.step(p.train, Number(p.setting.rate), Number(p.setting.l2));
  }
  return { rows: p.train, before, after: weights(), ...p.network.measure(p.train) };
}"""
SIGMOID = "sigmoid", "binary_crossentropy", ["accuracy"]
NUMBER = None, "mse"  # the output, the loss and what else is measured
LEARN = """(epochs) => {
  const p = document.querySelector("dl-playground");
  p.learn(epochs);
  const [train, test] = p.history.at(-1);
  return { train, test, losses: p.history.map(([{ loss }]) => loss) };
}"""


@pytest.fixture(scope="module")
def page(browser, disk):
    """Return the page, opened once."""
    with kit.visit(browser, f"{disk}/{PAGE}.html", home=disk) as page:
        yield page


@pytest.fixture
def playground(page):
    """Return a function that takes the playground to a setting and returns the page.

    The box of its code is open.
    """

    def at(setting):
        page.locator("details.dlg-code").evaluate("(box) => { box.open = true; }")
        page.locator("dl-playground").evaluate(
            "(p, hash) => { history.replaceState(0, '', hash); p.read(); }",
            f"#playground?{setting}",
        )
        return page

    yield at
    assert page.seen == []


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid", "linear"])
@pytest.mark.parametrize("l2", [0, 0.01])
@pytest.mark.parametrize("data", ["spirals", "hill"])
def test_it_learns_as_the_library_does(playground, data, activation, l2):
    setting = f"data={data}&layer1=5&layer2=3&activation={activation}&l2={l2}&rate=0.1"
    last, *judged = {"spirals": SIGMOID, "hill": NUMBER}[data]
    found = playground(setting).evaluate(STEPS, 20)
    penalty = regularizers.L2(l2) if l2 else None
    row = [layers.Dense(n, activation, kernel_regularizer=penalty) for n in (5, 3)]
    row.append(layers.Dense(1, last, kernel_regularizer=penalty))
    model = Sequential([layers.Input((2,)), *row], dtype="float64")
    model.set_weights(arrays(found["before"]))
    model.compile(optimizers.SGD(0.1), *judged)
    x = np.array([inputs for inputs, _ in found["rows"]])
    y = np.array([[label] for _, label in found["rows"]], "float64")
    model.fit(x, y, epochs=20, batch_size=len(x), verbose=0)
    for own, wanted in zip(model.get_weights(), arrays(found["after"]), strict=True):
        np.testing.assert_allclose(own, wanted, rtol=1e-9, atol=1e-12)
    if not l2:
        shown = [found["loss"], found["accuracy"]][: len(judged)]
        assert np.ravel(model.evaluate(x, y, verbose=0)) == pytest.approx(
            shown, rel=1e-6
        )


def arrays(pairs):
    """Return the page's [W by units, b] of each layer as the library keeps them."""
    return [array for W, b in pairs for array in (np.array(W).T, np.array(b))]


def settings():
    """Return the settings that the page links to, in its order."""
    return re.findall(
        r'href="#playground\?([^"]+)"', SOURCE.read_text(encoding="utf-8")
    )


def outcome(playground, setting, epochs):
    """Return what the page shows after so many epochs at one of its own settings."""
    assert setting in settings()
    return playground(setting).evaluate(LEARN, epochs)


def test_one_neuron_parts_clouds_and_grows_surer(playground):
    clouds = "data=clouds&rate=0.1&layer1=0"
    early, late = (outcome(playground, clouds, n) for n in (50, 1000))
    assert early["train"]["accuracy"] > 0.95
    assert late["train"]["loss"] < 0.8 * early["train"]["loss"]


def test_corners_need_a_product_or_a_layer(playground):
    one = outcome(playground, "data=corners&rate=0.1&layer1=0", 500)
    assert one["train"]["accuracy"] < 0.7
    product = "data=corners&rate=0.1&layer1=0&inputs=x1,x2,x1x2"
    assert playground(product).evaluate(LEARN, 500)["train"]["accuracy"] > 0.95
    four = outcome(playground, "data=corners&layer1=4", 500)
    assert four["train"]["accuracy"] > 0.95


def test_a_ring_takes_three_neurons(playground):
    assert outcome(playground, "data=rings&layer1=2", 2000)["train"]["accuracy"] < 0.97
    assert outcome(playground, "data=rings&layer1=3", 500)["train"]["accuracy"] == 1


def test_a_plane_is_learned_by_one_neuron_and_a_hill_by_four(playground):
    one = outcome(playground, "data=hill&rate=0.1&layer1=0", 500)["train"]["loss"]
    four = outcome(playground, "data=hill&rate=0.1&layer1=4", 500)["train"]["loss"]
    assert four < 0.2 * one
    slope = outcome(playground, "data=slope&rate=0.1&layer1=0", 500)["train"]["loss"]
    assert slope < 1e-4


def test_depth_without_bends_is_a_line(playground):
    flat = "data=rings&layer1=4&layer2=4&activation=linear&rate=0.1"
    assert outcome(playground, flat, 500)["train"]["loss"] > 0.65
    bent = playground(flat.replace("linear", "tanh")).evaluate(LEARN, 500)
    assert bent["train"]["accuracy"] == 1


def test_a_rate_can_be_too_large_and_too_small(playground):
    losses = outcome(playground, "data=rings&layer1=4&rate=10", 300)["losses"]
    assert np.sum(np.diff(losses) > 0.1) > 10  # it jumps up again and again
    slow = outcome(playground, "data=rings&layer1=4&rate=0.001", 300)["losses"]
    assert np.all(np.diff(slow) < 0.001)
    assert slow[-1] > 0.9 * slow[0]


def test_behind_three_sigmoids_little_is_heard(playground):
    deep = "data=spirals&layer1=8&layer2=8&layer3=8&activation={}&rate=0.1"
    sigmoid = outcome(playground, deep.format("sigmoid"), 300)["train"]
    assert sigmoid["loss"] == pytest.approx(np.log(2), abs=0.02)
    assert outcome(playground, deep.format("relu"), 300)["train"]["loss"] < 0.15


def test_few_points_are_learned_by_heart(playground):
    heart = "data=clouds&noise=80&points=20&layer1=8&layer2=8"
    early, late = (outcome(playground, heart, n) for n in (10, 1000))
    calm = outcome(playground, f"{heart}&l2=0.01", 1000)
    assert late["train"]["loss"] < 0.01 < calm["train"]["loss"]
    assert late["test"]["loss"] > 2 * early["test"]["loss"]
    assert calm["test"]["loss"] < 0.7 * late["test"]["loss"]


def test_every_link_is_a_setting(playground):
    page = playground("")
    page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)")
    for setting in settings():
        page.locator(f'[href="#playground?{setting}"]').click()
        page.wait_for_function(
            """(asked) => Object.entries(asked).every(([name, value]) =>
              document.querySelector("dl-playground").setting[name] === value)""",
            arg=dict(pair.split("=") for pair in setting.split("&")),
        )


def test_a_wrong_address_is_no_setting(playground):
    page = playground("data=moon&rate=1e9&inputs=x9&seed=-1&layer1=99&noise=toString")
    element = page.locator("dl-playground")
    assert element.evaluate("(p) => p.setting.data") == "rings"
    assert element.evaluate("(p) => p.setting.noise") == "0"
    assert element.evaluate("(p) => p.network.layers.length") == 2


def test_what_is_chosen_stands_in_the_address(playground):
    page = playground("")
    page.get_by_label("data", exact=True).select_option("corners")
    page.get_by_label("x₁x₂", exact=True).check()
    page.get_by_role("button", name="Start again").click()
    address = page.url
    points = page.evaluate("document.querySelector('dl-playground').points")
    assert "data=corners" in address
    assert "inputs=x1,x2,x1x2" in address
    again = playground(address.split("?")[1])
    assert again.evaluate("document.querySelector('dl-playground').points") == points


def test_how_it_learns_may_change_while_it_learns(playground):
    page = playground("data=clouds&layer1=2")
    page.evaluate(LEARN, 5)
    page.get_by_label("learning rate").select_option("1")
    assert page.evaluate("document.querySelector('dl-playground').epoch") == 5
    assert "rate=1&" in page.url
    page.get_by_label("activation").select_option("relu")
    assert page.evaluate("document.querySelector('dl-playground').epoch") == 0


def test_its_code_is_written_where_it_is_seen(playground):
    page = playground("data=clouds&layer1=2")
    box, code = page.locator("details.dlg-code"), page.locator("[data-part=code]")
    box.evaluate("(box) => { box.open = false; }")
    page.evaluate(LEARN, 7)
    assert "epochs=7" not in code.text_content()
    box.evaluate("(box) => { box.open = true; }")
    page.wait_for_function(
        "document.querySelector('[data-part=code]').textContent.includes('epochs=7')"
    )


def test_a_new_start_is_drawn_once(playground):
    page = playground("data=clouds&layer1=2")
    page.get_by_role("button", name="Learn").click()
    drawn = page.locator("dl-playground").evaluate(
        """(p) => {
          const epochs = [], say = p.say;
          p.say = () => { epochs.push(p.epoch); say.call(p); };
          p.reset();
          delete p.say;
          return epochs;
        }"""
    )
    assert drawn == [0]
    assert page.get_by_role("button", name="Learn").is_visible()


def test_who_pauses_and_goes_on_at_once_learns_no_faster(playground):
    page = playground("data=clouds&layer1=2")
    learned = page.locator("dl-playground").evaluate(
        """(p) => {
          const frame = window.requestAnimationFrame, waiting = [];
          window.requestAnimationFrame = (turn) => waiting.push(turn);
          let epochs = 0;
          p.learn = () => { epochs += 1; };
          p.go();
          p.pause();
          p.go();
          waiting.splice(0).forEach((turn) => turn());
          p.pause();
          delete p.learn;
          window.requestAnimationFrame = frame;
          return epochs;
        }"""
    )
    assert learned == 3  # one for each start, and one for the next frame


def test_it_is_played_by_keys(playground):
    page = playground("data=clouds&layer1=2")
    says = page.locator("dl-playground [role=status]")
    page.get_by_role("button", name="Learn").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('dl-playground').epoch > 5")
    page.keyboard.press("Space")
    assert not page.evaluate("document.querySelector('dl-playground').running")
    told = says.inner_text()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert says.inner_text() != told
    page.get_by_role("button", name="neuron 2 of layer 1").focus()
    page.keyboard.press("Enter")
    assert page.get_by_text("Weights into neuron 2 of layer 1").is_visible()
    told = says.inner_text()
    slider = page.get_by_label("from input x₂")
    slider.focus()
    page.keyboard.press("End")
    assert says.inner_text() != told
    assert slider.get_attribute("aria-valuetext") == "8.00"


def test_lost_is_said(playground):
    page = playground("data=rings&layer1=4")
    page.evaluate(
        "document.querySelector('dl-playground').network.layers[0].W[0][0] = NaN"
    )
    page.get_by_role("button", name="One epoch").click()
    assert "lost" in page.locator("dl-playground [role=status]").inner_text()


def test_a_loss_without_bounds_is_lost_before_it_fills_the_page(playground):
    page = playground("data=hill&layer1=8&activation=relu&rate=10")
    page.evaluate(LEARN, 20)
    told = page.locator("dl-playground [role=status]").inner_text()
    assert "lost" in told
    assert page.evaluate("document.querySelector('dl-playground').epoch") < 20


@pytest.mark.parametrize(
    "setting", ["data=rings&layer1=4", "data=clouds&layer1=2&l2=0.01&inputs=x1,x1x2"]
)
def test_its_code_runs(playground, setting, capsys):
    page = playground(setting)
    page.evaluate(LEARN, 200)
    names = {}
    exec(page.locator("[data-part=code]").text_content(), names)
    assert names["x"].shape == (100, len(names["x"][0]))
    assert len(names["model"].get_weights()) == 4
    assert names["model"].evaluate(names["x"], names["y"][:, None], verbose=0)[1] > 0.9


def test_its_code_runs_for_numbers(playground, capsys):
    page = playground("data=hill&layer1=4&rate=0.1")
    loss = page.evaluate(LEARN, 200)["train"]["loss"]
    names = {}
    exec(page.locator("[data-part=code]").text_content(), names)
    found = names["model"].evaluate(names["x"], names["y"][:, None], verbose=0)
    assert found < 2 * max(loss, 0.01)
    said = page.locator("dl-playground [role=status]").inner_text()
    assert "right" not in said
