# Typical wrong answers to task 5.

# %% written down too early
# message: Write down what the dial says after a round, not before it.
# loses: turn-value, turn-part
def turn(start, truth, part, rounds):
    dial, said = start, []
    for _ in range(rounds):
        said.append(dial)
        dial = dial + part * (truth - dial)
    return said

# %% with the start
# message: The start is not yet a round.
# loses: turn-value, turn-part, turn-edge
def turn(start, truth, part, rounds):
    dial, said = start, [start]
    for _ in range(rounds):
        dial = dial + part * (truth - dial)
        said.append(dial)
    return said

# %% the moves
# message: These are the moves; what does the dial say?
# loses: turn-value, turn-part, turn-edge
def turn(start, truth, part, rounds):
    dial, said = start, []
    for _ in range(rounds):
        said.append(part * (truth - dial))
        dial = dial + said[-1]
    return said

# %% always the same step
# message: Each round measures anew: the way gets shorter.
# loses: turn-value, turn-part
def turn(start, truth, part, rounds):
    dial, said = start, []
    for _ in range(rounds):
        dial = dial + part * (truth - start)
        said.append(dial)
    return said

# %% away
# message: The dial moves away from the truth.
# loses: turn-value, turn-part
def turn(start, truth, part, rounds):
    dial, said = start, []
    for _ in range(rounds):
        dial = dial - part * (truth - dial)
        said.append(dial)
    return said

# %% the last one alone
# message: Return what it says after every round, not the last one alone.
# loses: turn-value, turn-part, turn-edge
def turn(start, truth, part, rounds):
    dial, said = start, []
    for _ in range(rounds):
        dial = dial + part * (truth - dial)
        said.append(dial)
    return dial

# %% always one half
# message: The part is written into your function.
# loses: turn-value, turn-part, turn-edge
def turn(start, truth, part, rounds):
    dial, said = start, []
    for _ in range(rounds):
        dial = dial + 0.5 * (truth - dial)
        said.append(dial)
    return said
