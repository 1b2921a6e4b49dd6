# Typical wrong answers to task 5.

# %% somebody else's cases
# message: The id in your answer is not the one under which you hand in.
# loses: own-cases-kinds, own-cases-tasks, own-cases-table
student = "somebody else"
sources, questions, columns, table = own_cases(student)
words = {"structured": TABLES, "semi-structured": RECORDS, "unstructured": LOOSE}
kinds = [word for source in sources for word in words if source in words[word]]
tasks = ["regression" if q in NUMBERS else "classification" for q in questions]
features, samples = len(columns) - 1, len(table)
label, classes = table[2][-1], len({row[-1] for row in table})

# %% records for tables
# message: One of yours has named fields, but no columns that are always the same.
# loses: own-cases-kinds
student = "instructor"
sources, questions, columns, table = own_cases(student)
words = {"structured": TABLES, "semi-structured": RECORDS, "unstructured": LOOSE}
kinds = [word for source in sources for word in words if source in words[word]]
tasks = ["regression" if q in NUMBERS else "classification" for q in questions]
features, samples = len(columns) - 1, len(table)
label, classes = table[2][-1], len({row[-1] for row in table})
kinds = [kind.replace("semi-", "") for kind in kinds]

# %% all loose
# message: One of yours has the same columns in all rows.
# loses: own-cases-kinds
student = "instructor"
sources, questions, columns, table = own_cases(student)
words = {"structured": TABLES, "semi-structured": RECORDS, "unstructured": LOOSE}
kinds = [word for source in sources for word in words if source in words[word]]
tasks = ["regression" if q in NUMBERS else "classification" for q in questions]
features, samples = len(columns) - 1, len(table)
label, classes = table[2][-1], len({row[-1] for row in table})
kinds = [kind.replace("semi-", "").replace("structured", "unstructured") if kind[0] == "s" else kind for kind in kinds]
kinds = ["semi-structured" if s in RECORDS else kind for s, kind in zip(sources, kinds)]

# %% pictures in a table
# message: One of yours has no fields and no columns.
# loses: own-cases-kinds
student = "instructor"
sources, questions, columns, table = own_cases(student)
words = {"structured": TABLES, "semi-structured": RECORDS, "unstructured": LOOSE}
kinds = [word for source in sources for word in words if source in words[word]]
tasks = ["regression" if q in NUMBERS else "classification" for q in questions]
features, samples = len(columns) - 1, len(table)
label, classes = table[2][-1], len({row[-1] for row in table})
kinds = ["structured" if kind == "unstructured" else kind for kind in kinds]
kinds = ["semi-structured" if s in RECORDS else kind for s, kind in zip(sources, kinds)]

# %% all numbers
# message: The answer to one of yours is one of a few.
# loses: own-cases-tasks
student = "instructor"
sources, questions, columns, table = own_cases(student)
words = {"structured": TABLES, "semi-structured": RECORDS, "unstructured": LOOSE}
kinds = [word for source in sources for word in words if source in words[word]]
tasks = ["regression" if q in NUMBERS else "classification" for q in questions]
features, samples = len(columns) - 1, len(table)
label, classes = table[2][-1], len({row[-1] for row in table})
tasks = ["regression"] * 4

# %% all classes
# message: The answer to one of yours is any number.
# loses: own-cases-tasks
student = "instructor"
sources, questions, columns, table = own_cases(student)
words = {"structured": TABLES, "semi-structured": RECORDS, "unstructured": LOOSE}
kinds = [word for source in sources for word in words if source in words[word]]
tasks = ["regression" if q in NUMBERS else "classification" for q in questions]
features, samples = len(columns) - 1, len(table)
label, classes = table[2][-1], len({row[-1] for row in table})
tasks = ["classification"] * 4

# %% the target among the features
# message: What is to be predicted is no feature.
# loses: own-cases-table
student = "instructor"
sources, questions, columns, table = own_cases(student)
words = {"structured": TABLES, "semi-structured": RECORDS, "unstructured": LOOSE}
kinds = [word for source in sources for word in words if source in words[word]]
tasks = ["regression" if q in NUMBERS else "classification" for q in questions]
features, samples = len(columns) - 1, len(table)
label, classes = table[2][-1], len({row[-1] for row in table})
features = len(columns)

# %% rows and columns exchanged
# message: Samples are rows, features are columns.
# loses: own-cases-table
student = "instructor"
sources, questions, columns, table = own_cases(student)
words = {"structured": TABLES, "semi-structured": RECORDS, "unstructured": LOOSE}
kinds = [word for source in sources for word in words if source in words[word]]
tasks = ["regression" if q in NUMBERS else "classification" for q in questions]
features, samples = len(columns) - 1, len(table)
label, classes = table[2][-1], len({row[-1] for row in table})
features, samples = samples, features

# %% a header counted
# message: Every row is a sample, and nothing else is.
# loses: own-cases-table
student = "instructor"
sources, questions, columns, table = own_cases(student)
words = {"structured": TABLES, "semi-structured": RECORDS, "unstructured": LOOSE}
kinds = [word for source in sources for word in words if source in words[word]]
tasks = ["regression" if q in NUMBERS else "classification" for q in questions]
features, samples = len(columns) - 1, len(table)
label, classes = table[2][-1], len({row[-1] for row in table})
samples = samples + 1

# %% a value for a label
# message: The label of a sample is its value of the target.
# loses: own-cases-table
student = "instructor"
sources, questions, columns, table = own_cases(student)
words = {"structured": TABLES, "semi-structured": RECORDS, "unstructured": LOOSE}
kinds = [word for source in sources for word in words if source in words[word]]
tasks = ["regression" if q in NUMBERS else "classification" for q in questions]
features, samples = len(columns) - 1, len(table)
label, classes = table[2][-1], len({row[-1] for row in table})
label = table[2][0]

# %% every row a class
# message: A class may occur more than once.
# loses: own-cases-table
student = "instructor"
sources, questions, columns, table = own_cases(student)
words = {"structured": TABLES, "semi-structured": RECORDS, "unstructured": LOOSE}
kinds = [word for source in sources for word in words if source in words[word]]
tasks = ["regression" if q in NUMBERS else "classification" for q in questions]
features, samples = len(columns) - 1, len(table)
label, classes = table[2][-1], len({row[-1] for row in table})
classes = len(table)
