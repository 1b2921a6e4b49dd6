# Typical wrong answers to task 5.

# %% somebody else's films
# message: The id in your answer is not the one under which you hand in.
# loses: own-films-whole, own-films-batches, own-films-features, own-films-parameters
student = "somebody else"
n, frames, h, w, size, units, classes = own_films(student).values()
whole, rank = (n, frames, h, w, 3), 5
first_batch, last_batch = (size, frames, h, w, 3), (n % size, frames, h, w, 3)
features = frames * h * w * 3
parameters = features * units + units + units * classes + classes

# %% somebody else's numbers under the own id
# message: Axis 0 counts the samples, here films.
# loses: own-films-whole, own-films-batches, own-films-features, own-films-parameters
student = "instructor"
n, frames, h, w, size, units, classes = own_films("somebody else").values()
whole, rank = (n, frames, h, w, 3), 5
first_batch, last_batch = (size, frames, h, w, 3), (n % size, frames, h, w, 3)
features = frames * h * w * 3
parameters = features * units + units + units * classes + classes

# %% gray films
# message: Color films need an axis for the channels.
# loses: own-films-whole, own-films-batches, own-films-features, own-films-parameters
student = "instructor"
n, frames, h, w, size, units, classes = own_films(student).values()
whole, rank = (n, frames, h, w), 4
first_batch, last_batch = (size, frames, h, w), (n % size, frames, h, w)
features = frames * h * w
parameters = features * units + units + units * classes + classes

# %% channels in front
# message: In this book channels come last.
# loses: own-films-whole, own-films-batches
student = "instructor"
n, frames, h, w, size, units, classes = own_films(student).values()
whole, rank = (n, frames, 3, h, w), 5
first_batch, last_batch = (size, frames, 3, h, w), (n % size, frames, 3, h, w)
features = frames * h * w * 3
parameters = features * units + units + units * classes + classes

# %% width before height
# message: Height comes before width.
# loses: own-films-whole, own-films-batches
student = "instructor"
n, frames, h, w, size, units, classes = own_films(student).values()
whole, rank = (n, frames, w, h, 3), 5
first_batch, last_batch = (size, frames, w, h, 3), (n % size, frames, w, h, 3)
features = frames * h * w * 3
parameters = features * units + units + units * classes + classes

# %% all batches alike
# message: The films do not go evenly into batches.
# loses: own-films-batches
student = "instructor"
n, frames, h, w, size, units, classes = own_films(student).values()
whole, rank = (n, frames, h, w, 3), 5
first_batch, last_batch = (size, frames, h, w, 3), (size, frames, h, w, 3)
features = frames * h * w * 3
parameters = features * units + units + units * classes + classes

# %% the number of batches
# message: You give the number of full batches.
# loses: own-films-batches
student = "instructor"
n, frames, h, w, size, units, classes = own_films(student).values()
whole, rank = (n, frames, h, w, 3), 5
first_batch, last_batch = (size, frames, h, w, 3), (n // size, frames, h, w, 3)
features = frames * h * w * 3
parameters = features * units + units + units * classes + classes

# %% a frame for a film
# message: That is one frame; a sample is a whole film.
# loses: own-films-features, own-films-parameters
student = "instructor"
n, frames, h, w, size, units, classes = own_films(student).values()
whole, rank = (n, frames, h, w, 3), 5
first_batch, last_batch = (size, frames, h, w, 3), (n % size, frames, h, w, 3)
features = h * w * 3
parameters = features * units + units + units * classes + classes

# %% no biases
# message: Neurons have biases, too.
# loses: own-films-parameters
student = "instructor"
n, frames, h, w, size, units, classes = own_films(student).values()
whole, rank = (n, frames, h, w, 3), 5
first_batch, last_batch = (size, frames, h, w, 3), (n % size, frames, h, w, 3)
features = frames * h * w * 3
parameters = features * units + units * classes

# %% the hidden layer alone
# message: The output layer has parameters as well.
# loses: own-films-parameters
student = "instructor"
n, frames, h, w, size, units, classes = own_films(student).values()
whole, rank = (n, frames, h, w, 3), 5
first_batch, last_batch = (size, frames, h, w, 3), (n % size, frames, h, w, 3)
features = frames * h * w * 3
parameters = features * units + units

# %% the rank is not the number of axes
# message: The rank is the number of axes; your two answers disagree.
# loses: own-films-whole
student = "instructor"
n, frames, h, w, size, units, classes = own_films(student).values()
whole, rank = (n, frames, h, w, 3), 3
first_batch, last_batch = (size, frames, h, w, 3), (n % size, frames, h, w, 3)
features = frames * h * w * 3
parameters = features * units + units + units * classes + classes
