# Typical wrong answers to task 6.

# %% somebody else's numbers
# message: The id in your answer is not the one under which you hand in.
# loses: own-maps-normalized, own-maps-windows, own-maps-behind, own-maps-overlap, own-maps-outputs
student = "somebody else"
batch, (gamma, beta), (side, k, channels, n), (m, ch, N), boxes, photo = own_maps(student)
z = (batch - batch.mean()) / batch.std()
normalized = gamma * z + beta
windows = [(side - k + 1) ** 2, k * k * channels]
behind = [N * (m * m * ch + 1), N * (ch + 1)]
both = (6 - boxes[1][0]) * (6 - boxes[1][1])
overlap = both / (72 - both)
outputs = [photo[0], photo[0] * photo[1] * photo[2]]

# %% not stretched
# message: Two parameters stretch and shift them afterward.
# loses: own-maps-normalized
student = "instructor"
batch, (gamma, beta), (side, k, channels, n), (m, ch, N), boxes, photo = own_maps(student)
z = (batch - batch.mean()) / batch.std()
normalized = gamma * z + beta
windows = [(side - k + 1) ** 2, k * k * channels]
behind = [N * (m * m * ch + 1), N * (ch + 1)]
both = (6 - boxes[1][0]) * (6 - boxes[1][1])
overlap = both / (72 - both)
outputs = [photo[0], photo[0] * photo[1] * photo[2]]
normalized = z

# %% only the mean taken away
# message: Divide by the scatter as well.
# loses: own-maps-normalized
student = "instructor"
batch, (gamma, beta), (side, k, channels, n), (m, ch, N), boxes, photo = own_maps(student)
z = (batch - batch.mean()) / batch.std()
normalized = gamma * z + beta
windows = [(side - k + 1) ** 2, k * k * channels]
behind = [N * (m * m * ch + 1), N * (ch + 1)]
both = (6 - boxes[1][0]) * (6 - boxes[1][1])
overlap = both / (72 - both)
outputs = [photo[0], photo[0] * photo[1] * photo[2]]
normalized = gamma * (batch - batch.mean()) + beta

# %% one channel
# message: A window reaches through all channels.
# loses: own-maps-windows
student = "instructor"
batch, (gamma, beta), (side, k, channels, n), (m, ch, N), boxes, photo = own_maps(student)
z = (batch - batch.mean()) / batch.std()
normalized = gamma * z + beta
windows = [(side - k + 1) ** 2, k * k * channels]
behind = [N * (m * m * ch + 1), N * (ch + 1)]
both = (6 - boxes[1][0]) * (6 - boxes[1][1])
overlap = both / (72 - both)
outputs = [photo[0], photo[0] * photo[1] * photo[2]]
windows = [(side - k + 1) ** 2, k * k]

# %% a row for each pixel
# message: Without padding there are fewer places.
# loses: own-maps-windows
student = "instructor"
batch, (gamma, beta), (side, k, channels, n), (m, ch, N), boxes, photo = own_maps(student)
z = (batch - batch.mean()) / batch.std()
normalized = gamma * z + beta
windows = [(side - k + 1) ** 2, k * k * channels]
behind = [N * (m * m * ch + 1), N * (ch + 1)]
both = (6 - boxes[1][0]) * (6 - boxes[1][1])
overlap = both / (72 - both)
outputs = [photo[0], photo[0] * photo[1] * photo[2]]
windows = [side**2, k * k * channels]

# %% no biases
# message: The biases are missing.
# loses: own-maps-behind
student = "instructor"
batch, (gamma, beta), (side, k, channels, n), (m, ch, N), boxes, photo = own_maps(student)
z = (batch - batch.mean()) / batch.std()
normalized = gamma * z + beta
windows = [(side - k + 1) ** 2, k * k * channels]
behind = [N * (m * m * ch + 1), N * (ch + 1)]
both = (6 - boxes[1][0]) * (6 - boxes[1][1])
overlap = both / (72 - both)
outputs = [photo[0], photo[0] * photo[1] * photo[2]]
behind = [N * m * m * ch, N * ch]

# %% the channels pooled
# message: Each map becomes one number.
# loses: own-maps-behind
student = "instructor"
batch, (gamma, beta), (side, k, channels, n), (m, ch, N), boxes, photo = own_maps(student)
z = (batch - batch.mean()) / batch.std()
normalized = gamma * z + beta
windows = [(side - k + 1) ** 2, k * k * channels]
behind = [N * (m * m * ch + 1), N * (ch + 1)]
both = (6 - boxes[1][0]) * (6 - boxes[1][1])
overlap = both / (72 - both)
outputs = [photo[0], photo[0] * photo[1] * photo[2]]
behind = [N * (m * m * ch + 1), N * (m * m + 1)]

# %% one box
# message: Divide by the union, not by one box.
# loses: own-maps-overlap
student = "instructor"
batch, (gamma, beta), (side, k, channels, n), (m, ch, N), boxes, photo = own_maps(student)
z = (batch - batch.mean()) / batch.std()
normalized = gamma * z + beta
windows = [(side - k + 1) ** 2, k * k * channels]
behind = [N * (m * m * ch + 1), N * (ch + 1)]
both = (6 - boxes[1][0]) * (6 - boxes[1][1])
overlap = both / (72 - both)
outputs = [photo[0], photo[0] * photo[1] * photo[2]]
overlap = both / 36

# %% the sum of both
# message: In the sum of both the shared area counts twice.
# loses: own-maps-overlap
student = "instructor"
batch, (gamma, beta), (side, k, channels, n), (m, ch, N), boxes, photo = own_maps(student)
z = (batch - batch.mean()) / batch.std()
normalized = gamma * z + beta
windows = [(side - k + 1) ** 2, k * k * channels]
behind = [N * (m * m * ch + 1), N * (ch + 1)]
both = (6 - boxes[1][0]) * (6 - boxes[1][1])
overlap = both / (72 - both)
outputs = [photo[0], photo[0] * photo[1] * photo[2]]
overlap = both / 72

# %% a class for each pixel
# message: A number for each class at every pixel.
# loses: own-maps-outputs
student = "instructor"
batch, (gamma, beta), (side, k, channels, n), (m, ch, N), boxes, photo = own_maps(student)
z = (batch - batch.mean()) / batch.std()
normalized = gamma * z + beta
windows = [(side - k + 1) ** 2, k * k * channels]
behind = [N * (m * m * ch + 1), N * (ch + 1)]
both = (6 - boxes[1][0]) * (6 - boxes[1][1])
overlap = both / (72 - both)
outputs = [photo[0], photo[0] * photo[1] * photo[2]]
outputs = [photo[0], photo[1] * photo[2]]

# %% segmented as classified
# message: Segmentation asks about every pixel.
# loses: own-maps-outputs
student = "instructor"
batch, (gamma, beta), (side, k, channels, n), (m, ch, N), boxes, photo = own_maps(student)
z = (batch - batch.mean()) / batch.std()
normalized = gamma * z + beta
windows = [(side - k + 1) ** 2, k * k * channels]
behind = [N * (m * m * ch + 1), N * (ch + 1)]
both = (6 - boxes[1][0]) * (6 - boxes[1][1])
overlap = both / (72 - both)
outputs = [photo[0], photo[0] * photo[1] * photo[2]]
outputs = [photo[0], photo[0]]
