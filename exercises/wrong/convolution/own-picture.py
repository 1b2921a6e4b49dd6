# Typical wrong answers to task 5.

# %% somebody else's picture
# message: The id in your answer is not the one under which you hand in.
# loses: own-picture-slid, own-picture-turned, own-picture-broken
student = "somebody else"
picture, kernel = own_picture(student)
view = np.lib.stride_tricks.sliding_window_view
slid = (view(picture, (3, 3)) * kernel).sum((2, 3))
turned = (view(picture, (3, 3)) * kernel[::-1, ::-1]).sum((2, 3))
one, two = (
    (view(np.pad(g, 1), (3, 3)) * kernel).sum((2, 3))
    for g in (picture, np.roll(picture, 1, 1))
)
broken = np.sum(np.roll(one, 1, 1) != two)

# %% both maps confused
# message: Libraries do not turn the filter; this is the other map.
# loses: own-picture-slid, own-picture-turned
student = "instructor"
picture, kernel = own_picture(student)
view = np.lib.stride_tricks.sliding_window_view
slid = (view(picture, (3, 3)) * kernel).sum((2, 3))
turned = (view(picture, (3, 3)) * kernel[::-1, ::-1]).sum((2, 3))
one, two = (
    (view(np.pad(g, 1), (3, 3)) * kernel).sum((2, 3))
    for g in (picture, np.roll(picture, 1, 1))
)
broken = np.sum(np.roll(one, 1, 1) != two)
slid, turned = turned, slid

# %% nothing is turned
# message: A convolution turns the filter.
# loses: own-picture-turned
student = "instructor"
picture, kernel = own_picture(student)
view = np.lib.stride_tricks.sliding_window_view
slid = (view(picture, (3, 3)) * kernel).sum((2, 3))
turned = (view(picture, (3, 3)) * kernel[::-1, ::-1]).sum((2, 3))
one, two = (
    (view(np.pad(g, 1), (3, 3)) * kernel).sum((2, 3))
    for g in (picture, np.roll(picture, 1, 1))
)
broken = np.sum(np.roll(one, 1, 1) != two)
turned = slid

# %% turned in one direction
# message: The filter is turned in both directions.
# loses: own-picture-turned
student = "instructor"
picture, kernel = own_picture(student)
view = np.lib.stride_tricks.sliding_window_view
slid = (view(picture, (3, 3)) * kernel).sum((2, 3))
turned = (view(picture, (3, 3)) * kernel[::-1]).sum((2, 3))
one, two = (
    (view(np.pad(g, 1), (3, 3)) * kernel).sum((2, 3))
    for g in (picture, np.roll(picture, 1, 1))
)
broken = np.sum(np.roll(one, 1, 1) != two)

# %% transposed
# message: Turning is not transposing.
# loses: own-picture-turned
student = "instructor"
picture, kernel = own_picture(student)
view = np.lib.stride_tricks.sliding_window_view
slid = (view(picture, (3, 3)) * kernel).sum((2, 3))
turned = (view(picture, (3, 3)) * kernel.T).sum((2, 3))
one, two = (
    (view(np.pad(g, 1), (3, 3)) * kernel).sum((2, 3))
    for g in (picture, np.roll(picture, 1, 1))
)
broken = np.sum(np.roll(one, 1, 1) != two)

# %% the map turned
# message: Turn the filter, not the map.
# loses: own-picture-turned
student = "instructor"
picture, kernel = own_picture(student)
view = np.lib.stride_tricks.sliding_window_view
slid = (view(picture, (3, 3)) * kernel).sum((2, 3))
turned = (view(picture, (3, 3)) * kernel[::-1, ::-1]).sum((2, 3))
one, two = (
    (view(np.pad(g, 1), (3, 3)) * kernel).sum((2, 3))
    for g in (picture, np.roll(picture, 1, 1))
)
broken = np.sum(np.roll(one, 1, 1) != two)
turned = slid[::-1, ::-1]

# %% rows and columns
# message: Rows and columns of the map are mixed up.
# loses: own-picture-slid
student = "instructor"
picture, kernel = own_picture(student)
view = np.lib.stride_tricks.sliding_window_view
slid = (view(picture, (3, 3)) * kernel).sum((2, 3))
turned = (view(picture, (3, 3)) * kernel[::-1, ::-1]).sum((2, 3))
one, two = (
    (view(np.pad(g, 1), (3, 3)) * kernel).sum((2, 3))
    for g in (picture, np.roll(picture, 1, 1))
)
broken = np.sum(np.roll(one, 1, 1) != two)
slid = slid.T

# %% nothing breaks
# message: Zero padding is no wrap-around: at the border the two maps differ.
# loses: own-picture-broken
student = "instructor"
picture, kernel = own_picture(student)
view = np.lib.stride_tricks.sliding_window_view
slid = (view(picture, (3, 3)) * kernel).sum((2, 3))
turned = (view(picture, (3, 3)) * kernel[::-1, ::-1]).sum((2, 3))
one, two = (
    (view(np.pad(g, 1), (3, 3)) * kernel).sum((2, 3))
    for g in (picture, np.roll(picture, 1, 1))
)
broken = np.sum(np.roll(one, 1, 1) != two)
broken = 0

# %% the places that agree
# message: Count where they differ.
# loses: own-picture-broken
student = "instructor"
picture, kernel = own_picture(student)
view = np.lib.stride_tricks.sliding_window_view
slid = (view(picture, (3, 3)) * kernel).sum((2, 3))
turned = (view(picture, (3, 3)) * kernel[::-1, ::-1]).sum((2, 3))
one, two = (
    (view(np.pad(g, 1), (3, 3)) * kernel).sum((2, 3))
    for g in (picture, np.roll(picture, 1, 1))
)
broken = np.sum(np.roll(one, 1, 1) != two)
broken = 25 - broken

# %% columns counted
# message: These are the columns with a difference; count the places.
# loses: own-picture-broken
student = "instructor"
picture, kernel = own_picture(student)
view = np.lib.stride_tricks.sliding_window_view
slid = (view(picture, (3, 3)) * kernel).sum((2, 3))
turned = (view(picture, (3, 3)) * kernel[::-1, ::-1]).sum((2, 3))
one, two = (
    (view(np.pad(g, 1), (3, 3)) * kernel).sum((2, 3))
    for g in (picture, np.roll(picture, 1, 1))
)
broken = np.sum(np.roll(one, 1, 1) != two)
broken = np.sum(np.any(np.roll(one, 1, 1) != two, axis=0))

# %% the map is not moved
# message: Another number of places differs; move picture and map alike.
# loses: own-picture-broken
student = "instructor"
picture, kernel = own_picture(student)
view = np.lib.stride_tricks.sliding_window_view
slid = (view(picture, (3, 3)) * kernel).sum((2, 3))
turned = (view(picture, (3, 3)) * kernel[::-1, ::-1]).sum((2, 3))
one, two = (
    (view(np.pad(g, 1), (3, 3)) * kernel).sum((2, 3))
    for g in (picture, np.roll(picture, 1, 1))
)
broken = np.sum(np.roll(one, 1, 1) != two)
broken = np.sum(one != two)
