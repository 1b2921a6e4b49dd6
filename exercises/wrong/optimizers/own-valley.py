# Typical wrong answers to task 5.

# %% somebody else's valley
# message: The id in your answer is not the one under which you hand in.
# loses: own-valley-plain, own-valley-heavy, own-valley-rate
student = "somebody else"
curvature, start, rate, momentum = own_valley(student)
plain = start * (1 - rate * curvature) ** 3
heavy, v = start, 0
for _ in range(3):
    v = momentum * v - rate * curvature * heavy
    heavy = heavy + v
largest_rate = float(2 / curvature.max())

# %% two steps
# message: These are two steps; go three.
# loses: own-valley-plain, own-valley-heavy
student = "instructor"
curvature, start, rate, momentum = own_valley(student)
plain = start * (1 - rate * curvature) ** 2
heavy, v = start, 0
for _ in range(2):
    v = momentum * v - rate * curvature * heavy
    heavy = heavy + v
largest_rate = float(2 / curvature.max())

# %% uphill
# message: You went uphill: subtract the gradient.
# loses: own-valley-plain, own-valley-heavy
student = "instructor"
curvature, start, rate, momentum = own_valley(student)
plain = start * (1 + rate * curvature) ** 3
heavy, v = start, 0
for _ in range(3):
    v = momentum * v + rate * curvature * heavy
    heavy = heavy + v
largest_rate = float(2 / curvature.max())

# %% the gradient of the start, three times
# message: The gradient changes with every step; compute it where you are.
# loses: own-valley-plain
student = "instructor"
curvature, start, rate, momentum = own_valley(student)
plain = start - 3 * rate * curvature * start
heavy, v = start, 0
for _ in range(3):
    v = momentum * v - rate * curvature * heavy
    heavy = heavy + v
largest_rate = float(2 / curvature.max())

# %% momentum forgotten
# message: This is plain descent; the velocity has no effect.
# loses: own-valley-heavy
student = "instructor"
curvature, start, rate, momentum = own_valley(student)
plain = start * (1 - rate * curvature) ** 3
heavy = plain
largest_rate = float(2 / curvature.max())

# %% half of the limit
# message: At this rate the steep direction is done in one step; it still converges.
# loses: own-valley-rate
student = "instructor"
curvature, start, rate, momentum = own_valley(student)
plain = start * (1 - rate * curvature) ** 3
heavy, v = start, 0
for _ in range(3):
    v = momentum * v - rate * curvature * heavy
    heavy = heavy + v
largest_rate = float(1 / curvature.max())

# %% the flat direction
# message: The steepest direction breaks first, not the flattest.
# loses: own-valley-rate
student = "instructor"
curvature, start, rate, momentum = own_valley(student)
plain = start * (1 - rate * curvature) ** 3
heavy, v = start, 0
for _ in range(3):
    v = momentum * v - rate * curvature * heavy
    heavy = heavy + v
largest_rate = float(2 / curvature.min())
