# Typical wrong answers to task 7.

# %% somebody else's hotels
# message: The id in your answer is not the one under which you hand in.
# loses: own-hotels-said, own-hotels-accuracy, own-hotels-classes
student = "somebody else"
(x_train, c_train), (x_test, c_test) = own_hotels(student)
said = class_numbers(train_and_predict(x_train, c_train, x_test, 3, seed=1))
accuracy = np.mean(said == c_test)
baseline = np.mean(c_test == np.bincount(c_train).argmax())
precision, recall = precision_recall(confusion(c_test, said, 3))
macro_recall, weakest = np.mean(recall), np.argmin(recall)

# %% somebody else's numbers under the own id
# message: Your classifier is hardly better than the rule that always names one class.
# loses: own-hotels-said, own-hotels-accuracy, own-hotels-classes
student = "instructor"
(x_train, c_train), (x_test, c_test) = own_hotels("somebody else")
said = class_numbers(train_and_predict(x_train, c_train, x_test, 3, seed=1))
accuracy = np.mean(said == c_test)
baseline = np.mean(c_test == np.bincount(c_train).argmax())
precision, recall = precision_recall(confusion(c_test, said, 3))
macro_recall, weakest = np.mean(recall), np.argmin(recall)

# %% the labels for the predictions
# message: These are the labels of the test hotels, not predictions.
# loses: own-hotels-said
student = "instructor"
(x_train, c_train), (x_test, c_test) = own_hotels(student)
said = c_test
accuracy = np.mean(said == c_test)
baseline = np.mean(c_test == np.bincount(c_train).argmax())
precision, recall = precision_recall(confusion(c_test, said, 3))
macro_recall, weakest = np.mean(recall), np.argmin(recall)

# %% always the largest class
# message: Your classifier is hardly better than the rule that always names one class.
# loses: own-hotels-said
student = "instructor"
(x_train, c_train), (x_test, c_test) = own_hotels(student)
said = np.full(60, np.bincount(c_train).argmax())
accuracy = np.mean(said == c_test)
baseline = np.mean(c_test == np.bincount(c_train).argmax())
precision, recall = precision_recall(confusion(c_test, said, 3))
macro_recall, weakest = np.mean(recall), np.argmin(recall)

# %% a guess for the rule
# message: The rule does not guess; it names one class.
# loses: own-hotels-accuracy
student = "instructor"
(x_train, c_train), (x_test, c_test) = own_hotels(student)
said = class_numbers(train_and_predict(x_train, c_train, x_test, 3, seed=1))
accuracy = np.mean(said == c_test)
baseline = 1 / 3
precision, recall = precision_recall(confusion(c_test, said, 3))
macro_recall, weakest = np.mean(recall), np.argmin(recall)

# %% in percent
# message: These are percent; give shares between 0 and 1.
# loses: own-hotels-accuracy
student = "instructor"
(x_train, c_train), (x_test, c_test) = own_hotels(student)
said = class_numbers(train_and_predict(x_train, c_train, x_test, 3, seed=1))
accuracy = 100 * np.mean(said == c_test)
baseline = np.mean(c_test == np.bincount(c_train).argmax())
precision, recall = precision_recall(confusion(c_test, said, 3))
macro_recall, weakest = np.mean(recall), np.argmin(recall)

# %% the accuracy on the training rows
# message: On the test hotels your predictions have another accuracy.
# loses: own-hotels-accuracy
student = "instructor"
(x_train, c_train), (x_test, c_test) = own_hotels(student)
said = class_numbers(train_and_predict(x_train, c_train, x_test, 3, seed=1))
accuracy = np.mean(
    class_numbers(train_and_predict(x_train, c_train, x_train, 3, seed=1)) == c_train
)
baseline = np.mean(c_test == np.bincount(c_train).argmax())
precision, recall = precision_recall(confusion(c_test, said, 3))
macro_recall, weakest = np.mean(recall), np.argmin(recall)

# %% the accuracy for the macro average
# message: This is the accuracy; the macro average gives every class the same say.
# loses: own-hotels-classes
student = "instructor"
(x_train, c_train), (x_test, c_test) = own_hotels(student)
said = class_numbers(train_and_predict(x_train, c_train, x_test, 3, seed=1))
accuracy = np.mean(said == c_test)
baseline = np.mean(c_test == np.bincount(c_train).argmax())
precision, recall = precision_recall(confusion(c_test, said, 3))
macro_recall, weakest = accuracy, np.argmin(recall)

# %% the precision for the recall
# message: This is the macro average of the precision; the recall is asked for.
# loses: own-hotels-classes
student = "instructor"
(x_train, c_train), (x_test, c_test) = own_hotels(student)
said = class_numbers(train_and_predict(x_train, c_train, x_test, 3, seed=1))
accuracy = np.mean(said == c_test)
baseline = np.mean(c_test == np.bincount(c_train).argmax())
precision, recall = precision_recall(confusion(c_test, said, 3))
macro_recall, weakest = np.mean(precision), np.argmin(recall)

# %% the strongest class
# message: Another class has a lower recall.
# loses: own-hotels-classes
student = "instructor"
(x_train, c_train), (x_test, c_test) = own_hotels(student)
said = class_numbers(train_and_predict(x_train, c_train, x_test, 3, seed=1))
accuracy = np.mean(said == c_test)
baseline = np.mean(c_test == np.bincount(c_train).argmax())
precision, recall = precision_recall(confusion(c_test, said, 3))
macro_recall, weakest = np.mean(recall), np.argmax(recall)

# %% a name for a number
# message: The weakest class is a class number: 0, 1 or 2.
# loses: own-hotels-classes
student = "instructor"
(x_train, c_train), (x_test, c_test) = own_hotels(student)
said = class_numbers(train_and_predict(x_train, c_train, x_test, 3, seed=1))
accuracy = np.mean(said == c_test)
baseline = np.mean(c_test == np.bincount(c_train).argmax())
precision, recall = precision_recall(confusion(c_test, said, 3))
macro_recall, weakest = np.mean(recall), ("gold", "silver", "bronze")[np.argmin(recall)]
