# Typical wrong answers to task 3.

# %% somebody else's margins
# message: The id in your answer is not the one under which you hand in.
# loses: own-margins-hinge, own-margins-squared, own-margins-classes, own-margins-divergence, own-margins-cross-entropy
student = "somebody else"
y, s, z, c, P, Q = own_margins(student)
short = np.maximum(0, 1 - y * s)
hinge, squared_hinge = short.mean(), (short**2).mean()
best = max(0, np.delete(z, c).max())
categorical_hinge = max(0, 1 + best - z[c])
divergence = P @ np.log(P / Q)
cross_entropy = -P @ np.log(Q)

# %% not cut off
# message: A row beyond its margin costs nothing, not less.
# loses: own-margins-hinge
student = "instructor"
y, s, z, c, P, Q = own_margins(student)
short = np.maximum(0, 1 - y * s)
hinge, squared_hinge = short.mean(), (short**2).mean()
best = max(0, np.delete(z, c).max())
categorical_hinge = max(0, 1 + best - z[c])
divergence = P @ np.log(P / Q)
cross_entropy = -P @ np.log(Q)
hinge = (1 - y * s).mean()

# %% without the labels
# message: The margin is label times score.
# loses: own-margins-hinge
student = "instructor"
y, s, z, c, P, Q = own_margins(student)
short = np.maximum(0, 1 - y * s)
hinge, squared_hinge = short.mean(), (short**2).mean()
best = max(0, np.delete(z, c).max())
categorical_hinge = max(0, 1 + best - z[c])
divergence = P @ np.log(P / Q)
cross_entropy = -P @ np.log(Q)
hinge = np.maximum(0, 1 - s).mean()

# %% squared before the cut
# message: Cut off at 0 before you square.
# loses: own-margins-squared
student = "instructor"
y, s, z, c, P, Q = own_margins(student)
short = np.maximum(0, 1 - y * s)
hinge, squared_hinge = short.mean(), (short**2).mean()
best = max(0, np.delete(z, c).max())
categorical_hinge = max(0, 1 + best - z[c])
divergence = P @ np.log(P / Q)
cross_entropy = -P @ np.log(Q)
squared_hinge = ((1 - y * s) ** 2).mean()

# %% the square of the mean
# message: Square row by row, before the mean.
# loses: own-margins-squared
student = "instructor"
y, s, z, c, P, Q = own_margins(student)
short = np.maximum(0, 1 - y * s)
hinge, squared_hinge = short.mean(), (short**2).mean()
best = max(0, np.delete(z, c).max())
categorical_hinge = max(0, 1 + best - z[c])
divergence = P @ np.log(P / Q)
cross_entropy = -P @ np.log(Q)
squared_hinge = hinge**2

# %% right above wrong
# message: The true class has to be ahead, not behind.
# loses: own-margins-classes
student = "instructor"
y, s, z, c, P, Q = own_margins(student)
short = np.maximum(0, 1 - y * s)
hinge, squared_hinge = short.mean(), (short**2).mean()
best = max(0, np.delete(z, c).max())
categorical_hinge = max(0, 1 + best - z[c])
divergence = P @ np.log(P / Q)
cross_entropy = -P @ np.log(Q)
categorical_hinge = max(0, 1 + z[c] - best)

# %% the sum of the others
# message: The best other one, not their sum.
# loses: own-margins-classes
student = "instructor"
y, s, z, c, P, Q = own_margins(student)
short = np.maximum(0, 1 - y * s)
hinge, squared_hinge = short.mean(), (short**2).mean()
best = max(0, np.delete(z, c).max())
categorical_hinge = max(0, 1 + best - z[c])
divergence = P @ np.log(P / Q)
cross_entropy = -P @ np.log(Q)
categorical_hinge = max(0, 1 + np.delete(z, c).sum() - z[c])

# %% turned around
# message: Truth and prediction are turned around.
# loses: own-margins-divergence
student = "instructor"
y, s, z, c, P, Q = own_margins(student)
short = np.maximum(0, 1 - y * s)
hinge, squared_hinge = short.mean(), (short**2).mean()
best = max(0, np.delete(z, c).max())
categorical_hinge = max(0, 1 + best - z[c])
divergence = P @ np.log(P / Q)
cross_entropy = -P @ np.log(Q)
divergence = Q @ np.log(Q / P)

# %% negative
# message: A divergence is never negative: which share stands above?
# loses: own-margins-divergence
student = "instructor"
y, s, z, c, P, Q = own_margins(student)
short = np.maximum(0, 1 - y * s)
hinge, squared_hinge = short.mean(), (short**2).mean()
best = max(0, np.delete(z, c).max())
categorical_hinge = max(0, 1 + best - z[c])
divergence = P @ np.log(P / Q)
cross_entropy = -P @ np.log(Q)
divergence = -divergence

# %% divergence as cross-entropy
# message: This is the divergence; the entropy comes on top.
# loses: own-margins-cross-entropy
student = "instructor"
y, s, z, c, P, Q = own_margins(student)
short = np.maximum(0, 1 - y * s)
hinge, squared_hinge = short.mean(), (short**2).mean()
best = max(0, np.delete(z, c).max())
categorical_hinge = max(0, 1 + best - z[c])
divergence = P @ np.log(P / Q)
cross_entropy = -P @ np.log(Q)
cross_entropy = divergence

# %% the logarithm of the truth
# message: The logarithm is that of what was said.
# loses: own-margins-cross-entropy
student = "instructor"
y, s, z, c, P, Q = own_margins(student)
short = np.maximum(0, 1 - y * s)
hinge, squared_hinge = short.mean(), (short**2).mean()
best = max(0, np.delete(z, c).max())
categorical_hinge = max(0, 1 + best - z[c])
divergence = P @ np.log(P / Q)
cross_entropy = -P @ np.log(Q)
cross_entropy = -Q @ np.log(P)
