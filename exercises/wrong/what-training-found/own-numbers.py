# Typical wrong answers to task 6.

# %% somebody else's numbers
# message: The id in your answer is not the one under which you hand in.
# loses: own-numbers-arrows, own-numbers-parameters, own-numbers-slopes, own-numbers-unit, own-numbers-dollars, own-numbers-pictures
student = "somebody else"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]

# %% arrows of the whole layer
# message: These are the arrows of the whole layer.
# loses: own-numbers-arrows
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
arrows = [sizes[1] * sizes[2], sizes[2] * sizes[3]]

# %% a neuron of the second layer
# message: This is a neuron of the second layer.
# loses: own-numbers-arrows
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
arrows = [sizes[0], sizes[2]]

# %% no biases
# message: Neurons have biases, too.
# loses: own-numbers-parameters
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
parameters = [p * q for p, q in zip(sizes, sizes[1:])]

# %% a bias for each input
# message: A bias belongs to each neuron behind.
# loses: own-numbers-parameters
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
parameters = [p * q + p for p, q in zip(sizes, sizes[1:])]

# %% parameters of the inputs
# message: The input layer computes nothing.
# loses: own-numbers-parameters
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
parameters = [0, *parameters]

# %% the square does not pass the sigmoid
# message: The square has to pass the sigmoid as well.
# loses: own-numbers-slopes
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
slopes = [2 * (a - label), a - label]

# %% cross-entropy with the slope
# message: With cross-entropy one part cancels.
# loses: own-numbers-slopes
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
slopes = [slopes[0], (a - label) * a * (1 - a)]

# %% the label from z
# message: Take the label from the output, not from z.
# loses: own-numbers-slopes
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
slopes = [slopes[0], z - label]

# %% the unit of class 0
# message: This unit speaks for class 0.
# loses: own-numbers-unit
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
one_unit = [none - one, 1 / (1 + np.exp(one - none))]

# %% a sigmoid of one score
# message: Two sigmoids are not softmax: the other score counts as well.
# loses: own-numbers-unit
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
one_unit = [one, 1 / (1 + np.exp(-one))]

# %% dollars for squared dollars
# message: The error is squared; so is its unit.
# loses: own-numbers-dollars
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
dollars = [mean + std * said, mse * std]

# %% a mean in the error
# message: An error has no mean to add.
# loses: own-numbers-dollars
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
dollars = [mean + std * said, mean + mse * std]

# %% a deviation for a price
# message: The mean is missing from the prediction.
# loses: own-numbers-dollars
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
dollars = [std * said, mse * std**2]

# %% errors without a sign
# message: An error value has a sign: predicted minus actual.
# loses: own-numbers-pictures
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
pictures = [cat, 1 - dog, 1 - cat]

# %% the probability of a dog
# message: The output is the probability of a dog.
# loses: own-numbers-pictures
student = "instructor"
sizes, z, label, (none, one), (mean, std, said, mse), cat, dog = own_numbers(student)
arrows = [sizes[1], sizes[3]]
parameters = [p * q + q for p, q in zip(sizes, sizes[1:])]
a = 1 / (1 + np.exp(-z))
slopes = [2 * (a - label) * a * (1 - a), a - label]
one_unit = [one - none, 1 / (1 + np.exp(none - one))]
dollars = [mean + std * said, mse * std**2]
pictures = [cat, dog - 1, 1 - cat]
pictures = [cat, dog - 1, cat]
