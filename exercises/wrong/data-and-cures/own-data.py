# Typical wrong answers to task 5.

# %% somebody else's numbers
# message: The id in your answer is not the one under which you hand in.
# loses: own-data-rate, own-data-pixel, own-data-parts, own-data-band, own-data-worked, own-data-shared
student = "somebody else"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()

# %% once
# message: Once for the gradient, and once more for the input.
# loses: own-data-rate
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
rate = eta / c

# %% a larger rate
# message: Larger inputs make larger steps: the rate has to be smaller.
# loses: own-data-rate
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
rate = eta * c

# %% the light stays
# message: The light is in the picture's mean, too.
# loses: own-data-pixel
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
pixel = p[2] + l - p.mean()

# %% divided as well
# message: Only the mean goes out.
# loses: own-data-pixel
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
pixel = (p[2] - p.mean()) / p.std()

# %% without new noise
# message: A new measurement brings noise of its own.
# loses: own-data-parts
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
parts[2] = parts[2] - s**2

# %% the factor once
# message: A factor counts twice in a variance.
# loses: own-data-parts
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
parts[1] = b * s**2 / k
parts[2] = parts[0] + parts[1] + s**2

# %% one measurement
# message: The mean of several measurements scatters less than one of them.
# loses: own-data-parts
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
parts[1] = b**2 * s**2
parts[2] = parts[0] + parts[1] + s**2

# %% a variance
# message: This is a variance; the band is its root.
# loses: own-data-band
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
band = [band[0], band[1] ** 2]

# %% dropout off
# message: Dropout stays on: the four networks do not agree.
# loses: own-data-band
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
band = [band[0], 0]

# %% not made larger
# message: Inverted dropout makes what stays larger.
# loses: own-data-band
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
band = [a @ v / 2 + o, band[1] / 2]

# %% the share that is out
# message: The rate is the share that is out.
# loses: own-data-worked
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
worked = [total, q * (n[1] + n[2])]

# %% dropout that learns
# message: Dropout has no parameters.
# loses: own-data-worked
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
worked = [total + n[1] + n[2], worked[1]]

# %% one place
# message: Both places move with the weight: their slopes add up.
# loses: own-data-shared
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
shared = 2 * e * x[0]

# %% their mean
# message: The square has a factor 2.
# loses: own-data-shared
student = "instructor"
(eta, c), (p, l), (f, s, k, b), (a, v, o), (n, q), (x, y, w) = own_data(student)
rate, pixel = eta / c**2, p[2] - p.mean()
parts = [(f - b * f) ** 2, (b * s) ** 2 / k, (f - b * f) ** 2 + (b * s) ** 2 / k + s**2]
band = [a @ v + o, np.hypot(*(a * v))]
total = (n[0] + 1) * n[1] + (n[1] + 1) * n[2] + (n[2] + 1) * n[3]
worked, e = [total, (1 - q) * (n[1] + n[2])], w * x.sum() - y
shared = 2 * e * x.sum()
shared = e * x.sum()
