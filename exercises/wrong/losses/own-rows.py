# Typical wrong answers to task 2.

# %% somebody else's rows
# message: The id in your answer is not the one under which you hand in.
# loses: own-rows-mae, own-rows-mape, own-rows-msle, own-rows-log-cosh, own-rows-poisson, own-rows-cosine
student = "somebody else"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)

# %% errors cancel
# message: Errors of both signs must not cancel.
# loses: own-rows-mae
student = "instructor"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)
mae = e.mean()

# %% squares
# message: This is the mean of the squares.
# loses: own-rows-mae
student = "instructor"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)
mae = (e**2).mean()

# %% percent of the prediction
# message: Percent of the truth, not of the prediction.
# loses: own-rows-mape
student = "instructor"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)
mape = 100 * (abs(e) / p).mean()

# %% sums divided
# message: Divide row by row, and then take the mean.
# loses: own-rows-mape
student = "instructor"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)
mape = 100 * abs(e).sum() / y.sum()

# %% without the 1
# message: Add 1 before the logarithm.
# loses: own-rows-msle
student = "instructor"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)
msle = (np.log(p / y) ** 2).mean()

# %% not squared
# message: The differences are squared.
# loses: own-rows-msle
student = "instructor"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)
msle = abs(np.log1p(p) - np.log1p(y)).mean()

# %% the mean too early
# message: The mean comes last, after the logarithms.
# loses: own-rows-log-cosh
student = "instructor"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)
log_cosh = np.log(np.cosh(e).mean())

# %% half of the square
# message: That is what it comes to for small errors only.
# loses: own-rows-log-cosh
student = "instructor"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)
log_cosh = (e**2 / 2).mean()

# %% Poisson turned around
# message: Truth and prediction are turned around.
# loses: own-rows-poisson
student = "instructor"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)
poisson = (y - p * np.log(y)).mean()

# %% the logarithm added
# message: The logarithm is subtracted.
# loses: own-rows-poisson
student = "instructor"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)
poisson = (p + y * np.log(p)).mean()

# %% no minus
# message: As a loss it has a minus: alike is small.
# loses: own-rows-cosine
student = "instructor"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)
cosine = -cosine

# %% no lengths
# message: Divide by both lengths.
# loses: own-rows-cosine
student = "instructor"
y, p, a, b = own_rows(student)
e = p - y
mae = abs(e).mean()
mape = 100 * (abs(e) / y).mean()
msle = ((np.log1p(p) - np.log1p(y)) ** 2).mean()
log_cosh = np.log(np.cosh(e)).mean()
poisson = (p - y * np.log(p)).mean()
cosine = -(a @ b) / np.linalg.norm(a) / np.linalg.norm(b)
cosine = -(a @ b)
