# Typical wrong answers to task 6.

# %% somebody else's payments
# message: The id in your answer is not the one under which you hand in.
# loses: own-payments-accuracy, own-payments-threshold, own-payments-customers
student = "somebody else"
actual, outputs = own_payments(student)
accuracy, baseline = np.mean((outputs >= 0.5) == actual), np.mean(actual == 0)
threshold, f1 = best_threshold(actual, outputs)
(_, stopped), (missed, _) = confusion(actual, outputs >= threshold)

# %% somebody else's numbers under the own id
# message: Another threshold has a higher F1 on your own payments.
# loses: own-payments-accuracy, own-payments-threshold, own-payments-customers
student = "instructor"
actual, outputs = own_payments("somebody else")
accuracy, baseline = np.mean((outputs >= 0.5) == actual), np.mean(actual == 0)
threshold, f1 = best_threshold(actual, outputs)
(_, stopped), (missed, _) = confusion(actual, outputs >= threshold)

# %% the share of frauds
# message: That is the share of frauds, the others pass.
# loses: own-payments-accuracy
student = "instructor"
actual, outputs = own_payments(student)
accuracy, baseline = np.mean((outputs >= 0.5) == actual), np.mean(actual == 1)
threshold, f1 = best_threshold(actual, outputs)
(_, stopped), (missed, _) = confusion(actual, outputs >= threshold)

# %% a coin for the rule
# message: The rule tosses no coin; it lets every payment pass.
# loses: own-payments-accuracy
student = "instructor"
actual, outputs = own_payments(student)
accuracy, baseline = np.mean((outputs >= 0.5) == actual), 0.5
threshold, f1 = best_threshold(actual, outputs)
(_, stopped), (missed, _) = confusion(actual, outputs >= threshold)

# %% in percent
# message: These are percent; give shares between 0 and 1.
# loses: own-payments-accuracy
student = "instructor"
actual, outputs = own_payments(student)
accuracy = 100 * np.mean((outputs >= 0.5) == actual)
baseline = 100 * np.mean(actual == 0)
threshold, f1 = best_threshold(actual, outputs)
(_, stopped), (missed, _) = confusion(actual, outputs >= threshold)

# %% the accuracy at the best threshold
# message: The accuracy is asked at the threshold 0.5, not at the best one.
# loses: own-payments-accuracy
student = "instructor"
actual, outputs = own_payments(student)
threshold, f1 = best_threshold(actual, outputs)
accuracy, baseline = np.mean((outputs >= threshold) == actual), np.mean(actual == 0)
(_, stopped), (missed, _) = confusion(actual, outputs >= threshold)

# %% the threshold of the best accuracy
# message: This threshold is best for the accuracy; F1 is asked for.
# loses: own-payments-threshold, own-payments-customers
student = "instructor"
actual, outputs = own_payments(student)
accuracy, baseline = np.mean((outputs >= 0.5) == actual), np.mean(actual == 0)
shares = [np.mean((outputs >= t) == actual) for t in np.unique(outputs)]
threshold = np.unique(outputs)[len(shares) - 1 - np.argmax(shares[::-1])]
f1 = scores(confusion(actual, outputs >= threshold))[2]
(_, stopped), (missed, _) = confusion(actual, outputs >= threshold)

# %% the precision for F1
# message: The threshold is right; its F1 is another.
# loses: own-payments-threshold
student = "instructor"
actual, outputs = own_payments(student)
accuracy, baseline = np.mean((outputs >= 0.5) == actual), np.mean(actual == 0)
threshold, _ = best_threshold(actual, outputs)
f1 = scores(confusion(actual, outputs >= threshold))[0]
(_, stopped), (missed, _) = confusion(actual, outputs >= threshold)

# %% people counted at one half
# message: These are the numbers at the threshold 0.5, not at the best one.
# loses: own-payments-customers
student = "instructor"
actual, outputs = own_payments(student)
accuracy, baseline = np.mean((outputs >= 0.5) == actual), np.mean(actual == 0)
threshold, f1 = best_threshold(actual, outputs)
(_, stopped), (missed, _) = confusion(actual, outputs >= 0.5)

# %% missed and stopped exchanged
# message: Missed frauds and stopped customers have changed places.
# loses: own-payments-customers
student = "instructor"
actual, outputs = own_payments(student)
accuracy, baseline = np.mean((outputs >= 0.5) == actual), np.mean(actual == 0)
threshold, f1 = best_threshold(actual, outputs)
(_, missed), (stopped, _) = confusion(actual, outputs >= threshold)

# %% everybody who is stopped
# message: Among all who are stopped, some are no customers.
# loses: own-payments-customers
student = "instructor"
actual, outputs = own_payments(student)
accuracy, baseline = np.mean((outputs >= 0.5) == actual), np.mean(actual == 0)
threshold, f1 = best_threshold(actual, outputs)
stopped = int(np.sum(outputs >= threshold))
missed = int(np.sum((outputs < threshold) & (actual == 1)))
