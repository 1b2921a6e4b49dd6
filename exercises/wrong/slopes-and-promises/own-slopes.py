# Typical wrong answers to task 6.

# %% somebody else's numbers
# message: The id in your answer is not the one under which you hand in.
# loses: own-slopes-kinds, own-slopes-slower, own-slopes-dips, own-slopes-travel, own-slopes-sizes, own-slopes-starts, own-slopes-slack, own-slopes-shapes
student = "somebody else"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")

# %% the rest dropped
# message: The rest of the rows makes one more batch.
# loses: own-slopes-kinds
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
kinds[1] -= 1

# %% single rows and all mixed up
# message: All rows together make one update.
# loses: own-slopes-kinds
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
kinds = [n, kinds[1], 1, kinds[3]]

# %% taken for empty
# message: These places are taken; how many are left?
# loses: own-slopes-kinds
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
kinds[3] = m % 32

# %% part of an update
# message: An update is made or not made: a whole number.
# loses: own-slopes-kinds
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
kinds[1] = n / m

# %% swapped rates
# message: SGD is the slower of the two, counted in steps.
# loses: own-slopes-slower
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
slower = [k**2, k]

# %% as fast as each other
# message: The rate of SGD has a root.
# loses: own-slopes-slower
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
slower = [k, k]

# %% a root for a square
# message: One over the root of R: to halve it, what must R do?
# loses: own-slopes-slower
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
slower = [k, k**0.5]

# %% over the hill
# message: Nothing leads uphill out of a dip.
# loses: own-slopes-dips
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
dips[1] = dips[2]

# %% only the deepest
# message: The lowest point is one of the local minima; count them all.
# loses: own-slopes-dips
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
dips[0] = 1

# %% counted from one
# message: The first place is 0.
# loses: own-slopes-dips
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
dips = [dips[0], dips[1] + 1, dips[2] + 1]

# %% heights for places
# message: These are heights; places were asked for.
# loses: own-slopes-dips
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
dips = [dips[0], land[dips[1]], land[dips[2]]]

# %% times the rate
# message: Short steps: more of them.
# loses: own-slopes-travel
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
travel[0] = far * eta

# %% how far the old rate comes
# message: This is how far the old rate comes.
# loses: own-slopes-travel
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
travel[1] = t * eta

# %% distance one
# message: How far has the weight to travel?
# loses: own-slopes-travel
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
travel = [1 / eta, 1 / t]

# %% no biases
# message: The biases are missing.
# loses: own-slopes-sizes
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
sizes = [(p + classes) * units, 794 * nets[1]]

# %% no output biases
# message: The output units have biases, too.
# loses: own-slopes-sizes
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
sizes = [(p + classes + 1) * units, 795 * nets[1]]

# %% units counted
# message: These are units; count their weights.
# loses: own-slopes-sizes
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
sizes = [p + units + classes, 794 + nets[1]]

# %% counted, not shared
# message: Shares of the starts, not their number.
# loses: own-slopes-starts
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
starts = [10 * starts[0], 10 * starts[1], starts[2]]

# %% whole hotels
# message: A share of the eight hotels.
# loses: own-slopes-starts
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
starts[2] *= 8

# %% mean hits
# message: Count the perfect starts only.
# loses: own-slopes-starts
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
starts[:2] = [np.mean(part) / 24 for part in hits[:2]]

# %% the promise alone
# message: This is what is promised; how many times more than the error?
# loses: own-slopes-slack
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
slack *= claim[3]

# %% upside down
# message: The error stands below the line.
# loses: own-slopes-slack
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
slack = 1 / slack

# %% constant once
# message: The constant counts twice, before it is squared.
# loses: own-slopes-slack
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
slack /= 4

# %% units forgotten
# message: The promise is divided by the units.
# loses: own-slopes-slack
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
slack *= claim[2]

# %% all funnels
# message: One of your funnels
# loses: own-slopes-shapes
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
shapes = ["funnel"] * 3

# %% all tunnels
# message: One of your tunnels changes its width.
# loses: own-slopes-shapes
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
shapes = ["tunnel"] * 3

# %% no name fits
# message: A funnel may keep its width somewhere.
# loses: own-slopes-shapes
student = "instructor"
(n, m), k, (land, at), (far, eta, t), nets, hits, claim, stacks = own_slopes(student)
kinds = [1, -(-n // m), n, -m % 32]
slower = [k, k**2]
end = at + 1 if land[at + 1] < land[at] else at - 1
dips = [len(land) // 4, end, land.index(min(land))]
travel = [far / eta, far / t]
(p, units, classes), wide = nets
sizes = [(p + 1) * units + (units + 1) * classes, 795 * wide + 10]
starts = [np.mean(np.array(part) == 24) for part in hits[:2]]
starts.append((np.mean(hits[3]) - np.mean(hits[2])) / 8)
slack = (2 * claim[0] * claim[1]) ** 2 / claim[2] / claim[3]
shapes = []
for stack in stacks:
    falls = [wide - slim for wide, slim in zip(stack, stack[1:])]
    shapes.append("neither" if min(falls) < 0 else "funnel" if any(falls) else "tunnel")
shapes = ["neither"] * 3
