# Typical wrong answers to task 6.

# %% somebody else's curves
# message: The id in your answer is not the one under which you hand in.
# loses: own-curves-kinds, own-curves-keep, own-curves-poor
student = "somebody else"
kinds, keep = ["overfits", "underfits", "fits", "rate too large"], 12

# %% all the same
# message: Each kind occurs once among your four curves.
# loses: own-curves-kinds, own-curves-keep, own-curves-poor
student = "instructor"
kinds, keep = ["overfits"] * 4, 39

# %% the gap not seen
# message: Look at the gap: training and validation far apart, or together?
# loses: own-curves-kinds, own-curves-keep
student = "instructor"
ends = [pair[:, -5:].mean(axis=1) for pair in own_curves(student)]
order = np.argsort([training for training, _ in ends])
kinds = [""] * 4
for place, kind in zip(order, ["fits", "overfits", "underfits", "rate too large"]):
    kinds[place] = kind
keep = int(np.argmin(own_curves(student)[order[1]][1]))

# %% noise taken for a poor model
# message: Both end high; one of them settles, the other jumps and climbs.
# loses: own-curves-poor
student = "instructor"
ends = [pair[:, -5:].mean(axis=1) for pair in own_curves(student)]
order = np.argsort([training for training, _ in ends])
kinds = [""] * 4
for place, kind in zip(order, ["overfits", "fits", "rate too large", "underfits"]):
    kinds[place] = kind
keep = int(np.argmin(own_curves(student)[order[0]][1]))

# %% the last epoch
# message: The last epoch is not the best one.
# loses: own-curves-keep
student = "instructor"
ends = [pair[:, -5:].mean(axis=1) for pair in own_curves(student)]
order = np.argsort([training for training, _ in ends])
kinds = [""] * 4
for place, kind in zip(order, ["overfits", "fits", "underfits", "rate too large"]):
    kinds[place] = kind
keep = 39

# %% counted from one
# message: Epochs are counted from 0.
# loses: own-curves-keep
student = "instructor"
ends = [pair[:, -5:].mean(axis=1) for pair in own_curves(student)]
order = np.argsort([training for training, _ in ends])
kinds = [""] * 4
for place, kind in zip(order, ["overfits", "fits", "underfits", "rate too large"]):
    kinds[place] = kind
keep = int(np.argmin(own_curves(student)[order[0]][1])) + 1
