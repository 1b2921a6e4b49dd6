# Typical wrong answers to task 6.

# %% somebody else's steps
# message: The id in your answer is not the one under which you hand in.
# loses: own-steps-adagrad, own-steps-rmsprop, own-steps-newton, own-steps-stairs, own-steps-noise
student = "somebody else"
x, (a, b), rate, rho, bend, every, step, variance, rows = own_steps(student)
adagrad = x - rate * (np.sign(a) + b / np.hypot(a, b))
v = (1 - rho) * a**2, rho * (1 - rho) * a**2 + (1 - rho) * b**2
rmsprop = x - rate * (a / v[0] ** 0.5 + b / v[1] ** 0.5)
newton = x - a / bend
stairs = rate * 0.5 ** (step // every)
noise = [(variance / rows) ** 0.5, 9 * rows]

# %% only the latest square
# message: The squares of all gradients add up.
# loses: own-steps-adagrad
student = "instructor"
x, (a, b), rate, rho, bend, every, step, variance, rows = own_steps(student)
adagrad = x - rate * (np.sign(a) + b / np.hypot(a, b))
v = (1 - rho) * a**2, rho * (1 - rho) * a**2 + (1 - rho) * b**2
rmsprop = x - rate * (a / v[0] ** 0.5 + b / v[1] ** 0.5)
newton = x - a / bend
stairs = rate * 0.5 ** (step // every)
noise = [(variance / rows) ** 0.5, 9 * rows]
adagrad = x - rate * (np.sign(a) + np.sign(b))

# %% AdaGrad without a root
# message: The root of the sum is missing.
# loses: own-steps-adagrad
student = "instructor"
x, (a, b), rate, rho, bend, every, step, variance, rows = own_steps(student)
adagrad = x - rate * (np.sign(a) + b / np.hypot(a, b))
v = (1 - rho) * a**2, rho * (1 - rho) * a**2 + (1 - rho) * b**2
rmsprop = x - rate * (a / v[0] ** 0.5 + b / v[1] ** 0.5)
newton = x - a / bend
stairs = rate * 0.5 ** (step // every)
noise = [(variance / rows) ** 0.5, 9 * rows]
adagrad = x - rate * (1 / a + b / (a**2 + b**2))

# %% shares swapped
# message: rho is what is kept of the old.
# loses: own-steps-rmsprop
student = "instructor"
x, (a, b), rate, rho, bend, every, step, variance, rows = own_steps(student)
adagrad = x - rate * (np.sign(a) + b / np.hypot(a, b))
v = (1 - rho) * a**2, rho * (1 - rho) * a**2 + (1 - rho) * b**2
rmsprop = x - rate * (a / v[0] ** 0.5 + b / v[1] ** 0.5)
newton = x - a / bend
stairs = rate * 0.5 ** (step // every)
noise = [(variance / rows) ** 0.5, 9 * rows]
v = rho * a**2, (1 - rho) * rho * a**2 + rho * b**2
rmsprop = x - rate * (a / v[0] ** 0.5 + b / v[1] ** 0.5)

# %% a sum for an average
# message: This is AdaGrad: a sum, no mean.
# loses: own-steps-rmsprop
student = "instructor"
x, (a, b), rate, rho, bend, every, step, variance, rows = own_steps(student)
adagrad = x - rate * (np.sign(a) + b / np.hypot(a, b))
v = (1 - rho) * a**2, rho * (1 - rho) * a**2 + (1 - rho) * b**2
rmsprop = x - rate * (a / v[0] ** 0.5 + b / v[1] ** 0.5)
newton = x - a / bend
stairs = rate * 0.5 ** (step // every)
noise = [(variance / rows) ** 0.5, 9 * rows]
rmsprop = adagrad

# %% times the curvature
# message: Divide by the curvature: where it is strong, the step is short.
# loses: own-steps-newton
student = "instructor"
x, (a, b), rate, rho, bend, every, step, variance, rows = own_steps(student)
adagrad = x - rate * (np.sign(a) + b / np.hypot(a, b))
v = (1 - rho) * a**2, rho * (1 - rho) * a**2 + (1 - rho) * b**2
rmsprop = x - rate * (a / v[0] ** 0.5 + b / v[1] ** 0.5)
newton = x - a / bend
stairs = rate * 0.5 ** (step // every)
noise = [(variance / rows) ** 0.5, 9 * rows]
newton = x - a * bend

# %% Newton with a rate
# message: Newton's method needs no rate.
# loses: own-steps-newton
student = "instructor"
x, (a, b), rate, rho, bend, every, step, variance, rows = own_steps(student)
adagrad = x - rate * (np.sign(a) + b / np.hypot(a, b))
v = (1 - rho) * a**2, rho * (1 - rho) * a**2 + (1 - rho) * b**2
rmsprop = x - rate * (a / v[0] ** 0.5 + b / v[1] ** 0.5)
newton = x - a / bend
stairs = rate * 0.5 ** (step // every)
noise = [(variance / rows) ** 0.5, 9 * rows]
newton = x - rate * a / bend

# %% no stairs
# message: Stairs are level between two drops.
# loses: own-steps-stairs
student = "instructor"
x, (a, b), rate, rho, bend, every, step, variance, rows = own_steps(student)
adagrad = x - rate * (np.sign(a) + b / np.hypot(a, b))
v = (1 - rho) * a**2, rho * (1 - rho) * a**2 + (1 - rho) * b**2
rmsprop = x - rate * (a / v[0] ** 0.5 + b / v[1] ** 0.5)
newton = x - a / bend
stairs = rate * 0.5 ** (step // every)
noise = [(variance / rows) ** 0.5, 9 * rows]
stairs = rate * 0.5 ** (step / every)

# %% divided by a count
# message: Halved each time: the halvings multiply.
# loses: own-steps-stairs
student = "instructor"
x, (a, b), rate, rho, bend, every, step, variance, rows = own_steps(student)
adagrad = x - rate * (np.sign(a) + b / np.hypot(a, b))
v = (1 - rho) * a**2, rho * (1 - rho) * a**2 + (1 - rho) * b**2
rmsprop = x - rate * (a / v[0] ** 0.5 + b / v[1] ** 0.5)
newton = x - a / bend
stairs = rate * 0.5 ** (step // every)
noise = [(variance / rows) ** 0.5, 9 * rows]
stairs = rate / (1 + step // every)

# %% a variance
# message: This is a variance; the scatter is its root.
# loses: own-steps-noise
student = "instructor"
x, (a, b), rate, rho, bend, every, step, variance, rows = own_steps(student)
adagrad = x - rate * (np.sign(a) + b / np.hypot(a, b))
v = (1 - rho) * a**2, rho * (1 - rho) * a**2 + (1 - rho) * b**2
rmsprop = x - rate * (a / v[0] ** 0.5 + b / v[1] ** 0.5)
newton = x - a / bend
stairs = rate * 0.5 ** (step // every)
noise = [(variance / rows) ** 0.5, 9 * rows]
noise = [variance / rows, 9 * rows]

# %% three times the rows
# message: Three times the rows make the variance a third.
# loses: own-steps-noise
student = "instructor"
x, (a, b), rate, rho, bend, every, step, variance, rows = own_steps(student)
adagrad = x - rate * (np.sign(a) + b / np.hypot(a, b))
v = (1 - rho) * a**2, rho * (1 - rho) * a**2 + (1 - rho) * b**2
rmsprop = x - rate * (a / v[0] ** 0.5 + b / v[1] ** 0.5)
newton = x - a / bend
stairs = rate * 0.5 ** (step // every)
noise = [(variance / rows) ** 0.5, 9 * rows]
noise = [noise[0], 3 * rows]
