"""An explorable figure for the tests: small, complete, quickly drawn."""

from dlcore import teach

QUESTION = "What does a rate of 1.1 do?"
OPTIONS = {
    "It learns faster": "Only as long as the step stays inside the valley.",
    "The loss grows": "Each step lands higher up on the other side.",
}


def draw(rate, epochs):
    """Draw a made-up loss, which shrinks below a rate of 1 and grows above it."""
    loss = [rate**epoch for epoch in range(epochs + 1)]
    _, ax = teach.figure()
    ax.plot(loss, "o-", color=teach.color.loss)
    ax.set(xlabel="epoch", ylabel="loss", xlim=(0, 4), ylim=(0, 2))
    return f"After {epochs} epochs at a rate of {rate:g} the loss is {loss[-1]:.3f}."


def unfinished(function=draw, **choices):
    """Return the figure without its question and its name."""
    choices = choices or {"rate": [0.5, 0.8, 1.1], "epochs": range(5)}
    return (
        teach.explore(function, **choices)
        .start(rate=0.8, epochs=2)
        .labels(rate="rate η")
        .attempt("Set the rate to `0.5`.", rate=0.5)
        .attempt("Set the rate to 1.1.", rate=1.1)
        .attempt("Set epochs to 4.", epochs=4)
        .notice("Below 1 the loss shrinks, above 1 it grows.")
        .why("Each epoch multiplies by the rate.", equation=("eq-rate", 4))
    )


def finish(figure, name="rates"):
    """Return the figure with its name, title and caption."""
    return figure.named(
        name, title="Which rate?", caption="The rate decides. Dots: epochs."
    )


def options(function=draw, at=None, name="rates"):
    """Return a figure that asks for one of two options."""
    at = {"rate": 1.1} if at is None else at
    figure = unfinished(function).ask(QUESTION, OPTIONS, answer="The loss grows", at=at)
    return finish(figure, name)


def number(name="factor"):
    """Return a figure that asks for a number."""
    figure = unfinished().stepper("epochs")
    figure.ask_number(
        "Which loss after 4 epochs at 0.5?",
        answer=0.0625,
        tolerance=0.01,
        unit="dollars²",
        right="Four halvings.",
        wrong="Halve 1 four times.",
        at={"rate": 0.5, "epochs": 4},
    )
    return finish(figure, name)


def recorded(figure):
    """Return the HTML of a figure that was named in record mode."""
    return figure._repr_mimebundle_()["text/html"]
