# Typical wrong answers to task 7.

# %% somebody else's numbers
# message: The id in your answer is not the one under which you hand in.
# loses: own-making-verdict, own-making-slopes, own-making-divergence, own-making-after
student = "somebody else"
p, q, m, s, x, noise = own_making(student)
verdict = p / (p + q)
slopes = [-verdict, verdict - 1]
divergence = (m**2 + s**2 - 1 - np.log(s**2)) / 2
kept = (1 - noise[0]) * (1 - noise[1])
after = [kept**0.5 * x, 1 - kept]

# %% the share of the made ones
# message: 1 means real; this is the share of the made ones.
# loses: own-making-verdict
student = "instructor"
p, q, m, s, x, noise = own_making(student)
verdict = p / (p + q)
slopes = [-verdict, verdict - 1]
divergence = (m**2 + s**2 - 1 - np.log(s**2)) / 2
kept = (1 - noise[0]) * (1 - noise[1])
after = [kept**0.5 * x, 1 - kept]
verdict = q / (p + q)

# %% one by the other
# message: Divide by all that lie there.
# loses: own-making-verdict
student = "instructor"
p, q, m, s, x, noise = own_making(student)
verdict = p / (p + q)
slopes = [-verdict, verdict - 1]
divergence = (m**2 + s**2 - 1 - np.log(s**2)) / 2
kept = (1 - noise[0]) * (1 - noise[1])
after = [kept**0.5 * x, 1 - kept]
verdict = p / q

# %% slopes swapped
# message: The two are swapped.
# loses: own-making-slopes
student = "instructor"
p, q, m, s, x, noise = own_making(student)
verdict = p / (p + q)
slopes = [-verdict, verdict - 1]
divergence = (m**2 + s**2 - 1 - np.log(s**2)) / 2
kept = (1 - noise[0]) * (1 - noise[1])
after = [kept**0.5 * x, 1 - kept]
slopes = slopes[::-1]

# %% slopes uphill
# message: Both point downhill: more real means less loss.
# loses: own-making-slopes
student = "instructor"
p, q, m, s, x, noise = own_making(student)
verdict = p / (p + q)
slopes = [-verdict, verdict - 1]
divergence = (m**2 + s**2 - 1 - np.log(s**2)) / 2
kept = (1 - noise[0]) * (1 - noise[1])
after = [kept**0.5 * x, 1 - kept]
slopes = [verdict, 1 - verdict]

# %% slopes with respect to the verdict
# message: With respect to the sum: through the sigmoid as well.
# loses: own-making-slopes
student = "instructor"
p, q, m, s, x, noise = own_making(student)
verdict = p / (p + q)
slopes = [-verdict, verdict - 1]
divergence = (m**2 + s**2 - 1 - np.log(s**2)) / 2
kept = (1 - noise[0]) * (1 - noise[1])
after = [kept**0.5 * x, 1 - kept]
slopes = [-1 / (1 - verdict), -1 / verdict]

# %% no half
# message: The factor one half is missing.
# loses: own-making-divergence
student = "instructor"
p, q, m, s, x, noise = own_making(student)
verdict = p / (p + q)
slopes = [-verdict, verdict - 1]
divergence = (m**2 + s**2 - 1 - np.log(s**2)) / 2
kept = (1 - noise[0]) * (1 - noise[1])
after = [kept**0.5 * x, 1 - kept]
divergence = 2 * divergence

# %% the logarithm of the spread
# message: The logarithm is that of the variance.
# loses: own-making-divergence
student = "instructor"
p, q, m, s, x, noise = own_making(student)
verdict = p / (p + q)
slopes = [-verdict, verdict - 1]
divergence = (m**2 + s**2 - 1 - np.log(s**2)) / 2
kept = (1 - noise[0]) * (1 - noise[1])
after = [kept**0.5 * x, 1 - kept]
divergence = (m**2 + s**2 - 1 - np.log(s)) / 2

# %% the logarithm added
# message: A narrow bell curve must cost: the signs.
# loses: own-making-divergence
student = "instructor"
p, q, m, s, x, noise = own_making(student)
verdict = p / (p + q)
slopes = [-verdict, verdict - 1]
divergence = (m**2 + s**2 - 1 - np.log(s**2)) / 2
kept = (1 - noise[0]) * (1 - noise[1])
after = [kept**0.5 * x, 1 - kept]
divergence = (m**2 + s**2 - 1 + np.log(s**2)) / 2

# %% no root
# message: A point is multiplied by the root of what is kept.
# loses: own-making-after
student = "instructor"
p, q, m, s, x, noise = own_making(student)
verdict = p / (p + q)
slopes = [-verdict, verdict - 1]
divergence = (m**2 + s**2 - 1 - np.log(s**2)) / 2
kept = (1 - noise[0]) * (1 - noise[1])
after = [kept**0.5 * x, 1 - kept]
after = [kept * x, 1 - kept]

# %% noises added up
# message: The noise of the first step shrinks in the second.
# loses: own-making-after
student = "instructor"
p, q, m, s, x, noise = own_making(student)
verdict = p / (p + q)
slopes = [-verdict, verdict - 1]
divergence = (m**2 + s**2 - 1 - np.log(s**2)) / 2
kept = (1 - noise[0]) * (1 - noise[1])
after = [kept**0.5 * x, 1 - kept]
after = [kept**0.5 * x, sum(noise)]

# %% spread instead of variance
# message: That is the spread; its square was asked.
# loses: own-making-after
student = "instructor"
p, q, m, s, x, noise = own_making(student)
verdict = p / (p + q)
slopes = [-verdict, verdict - 1]
divergence = (m**2 + s**2 - 1 - np.log(s**2)) / 2
kept = (1 - noise[0]) * (1 - noise[1])
after = [kept**0.5 * x, 1 - kept]
after = [kept**0.5 * x, (1 - kept) ** 0.5]
