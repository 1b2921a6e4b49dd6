# Typical wrong answers to task 6.

# %% somebody else's layers
# message: The id in your answer is not the one under which you hand in.
# loses: own-layers-penalty, own-layers-dense, own-layers-filters, own-layers-sides
student = "somebody else"
w, (l1, l2), (p, n), (f, c), side = own_layers(student)
penalty = l1 * np.abs(w).sum() + l2 * (w**2).sum()
dense = n * (p + 1)
filters = f * (9 * c + 1)
sides = [side - 2, side // 3]

# %% strengths swapped
# message: The two strengths are swapped.
# loses: own-layers-penalty
student = "instructor"
w, (l1, l2), (p, n), (f, c), side = own_layers(student)
penalty = l1 * np.abs(w).sum() + l2 * (w**2).sum()
dense = n * (p + 1)
filters = f * (9 * c + 1)
sides = [side - 2, side // 3]
penalty = l2 * np.abs(w).sum() + l1 * (w**2).sum()

# %% a half
# message: No half stands before the squares here.
# loses: own-layers-penalty
student = "instructor"
w, (l1, l2), (p, n), (f, c), side = own_layers(student)
penalty = l1 * np.abs(w).sum() + l2 * (w**2).sum()
dense = n * (p + 1)
filters = f * (9 * c + 1)
sides = [side - 2, side // 3]
penalty = l1 * np.abs(w).sum() + l2 / 2 * (w**2).sum()

# %% signs
# message: L1 takes sizes, without signs.
# loses: own-layers-penalty
student = "instructor"
w, (l1, l2), (p, n), (f, c), side = own_layers(student)
penalty = l1 * np.abs(w).sum() + l2 * (w**2).sum()
dense = n * (p + 1)
filters = f * (9 * c + 1)
sides = [side - 2, side // 3]
penalty = l1 * w.sum() + l2 * (w**2).sum()

# %% no biases
# message: The biases of the dense layer are missing.
# loses: own-layers-dense
student = "instructor"
w, (l1, l2), (p, n), (f, c), side = own_layers(student)
penalty = l1 * np.abs(w).sum() + l2 * (w**2).sum()
dense = n * (p + 1)
filters = f * (9 * c + 1)
sides = [side - 2, side // 3]
dense = n * p

# %% biases of the inputs
# message: A bias belongs to a neuron, not to an input.
# loses: own-layers-dense
student = "instructor"
w, (l1, l2), (p, n), (f, c), side = own_layers(student)
penalty = l1 * np.abs(w).sum() + l2 * (w**2).sum()
dense = n * (p + 1)
filters = f * (9 * c + 1)
sides = [side - 2, side // 3]
dense = (n + 1) * p

# %% filters without biases
# message: The biases of the filters are missing.
# loses: own-layers-filters
student = "instructor"
w, (l1, l2), (p, n), (f, c), side = own_layers(student)
penalty = l1 * np.abs(w).sum() + l2 * (w**2).sum()
dense = n * (p + 1)
filters = f * (9 * c + 1)
sides = [side - 2, side // 3]
filters = f * 9 * c

# %% one channel
# message: Each filter covers all channels.
# loses: own-layers-filters
student = "instructor"
w, (l1, l2), (p, n), (f, c), side = own_layers(student)
penalty = l1 * np.abs(w).sum() + l2 * (w**2).sum()
dense = n * (p + 1)
filters = f * (9 * c + 1)
sides = [side - 2, side // 3]
filters = f * 10

# %% twice the same
# message: The second one differs: what is a third number today?
# loses: own-layers-sides
student = "instructor"
w, (l1, l2), (p, n), (f, c), side = own_layers(student)
penalty = l1 * np.abs(w).sum() + l2 * (w**2).sum()
dense = n * (p + 1)
filters = f * (9 * c + 1)
sides = [side - 2, side // 3]
sides = [side - 2, side - 2]

# %% with padding
# message: Without padding the first picture loses its margin.
# loses: own-layers-sides
student = "instructor"
w, (l1, l2), (p, n), (f, c), side = own_layers(student)
penalty = l1 * np.abs(w).sum() + l2 * (w**2).sum()
dense = n * (p + 1)
filters = f * (9 * c + 1)
sides = [side - 2, side // 3]
sides = [side, side // 3]
