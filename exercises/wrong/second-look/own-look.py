# Typical wrong answers to task 4.

# %% somebody else's numbers
# message: The id in your answer is not the one under which you hand in.
# loses: own-look-ball, own-look-allowed, own-look-rate, own-look-leak, own-look-bump, own-look-corners
student = "somebody else"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]

# %% for small rates
# message: This holds for small rates; yours is not that small.
# loses: own-look-ball
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
ball = eta / 2

# %% the radius
# message: This is the radius; the variance was asked for.
# loses: own-look-ball
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
ball = ball**0.5

# %% all that fall
# message: These steps end before they have gone far enough.
# loses: own-look-allowed
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
allowed = [p for p in powers if p > 0] + [p for p in powers if p > 1]

# %% any that go far
# message: With these the noise does not die out.
# loses: own-look-allowed
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
allowed = [p for p in powers if p <= 1 and p != 0.5]

# %% the first alone
# message: One of your powers is missing.
# loses: own-look-allowed
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
allowed = allowed[:-1]

# %% calmer, so smaller
# message: Larger batches are calmer: the rate may grow.
# loses: own-look-rate
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
new_rate = base * m / larger

# %% by the root
# message: The ball goes by the rate divided by the batch.
# loses: own-look-rate
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
new_rate = base * (larger / m) ** 0.5

# %% with the slope
# message: The step goes against the slope.
# loses: own-look-leak
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
leak = alpha + rate * back @ low

# %% open rows as well
# message: Where z is positive, α plays no part.
# loses: own-look-leak
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
leak = alpha - rate * back @ z

# %% alpha in its slope
# message: The slope in α does not contain α.
# loses: own-look-leak
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
leak = alpha - rate * alpha * back @ low

# %% without the two
# message: The 2 below is missing.
# loses: own-look-bump
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
bump = np.exp(-far / s**2)

# %% the distance itself
# message: The distance enters squared.
# loses: own-look-bump
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
bump = np.exp(-(far**0.5) / (2 * s**2))

# %% two for each layer
# message: Each layer doubles the pieces.
# loses: own-look-corners
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
corners[0] = 2 * n

# %% first like the others
# message: The first layer has one input, the others have two.
# loses: own-look-corners
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
corners[1] = 6 * n + 3

# %% no bias at the end
# message: The output has a bias, too.
# loses: own-look-corners
student = "instructor"
eta, powers, (base, m, larger), (z, back, alpha, rate), (x, c, s), n = own_look(student)
ball = eta / (2 - eta)
allowed = [p for p in powers if 0.5 < p <= 1]
new_rate = base * larger / m
low = np.minimum(0, z)
leak = alpha - rate * back @ low
far = np.sum((x - c) ** 2)
bump = np.exp(-far / (2 * s**2))
corners = [2**n, 6 * n + 1]
corners[1] = 6 * n
