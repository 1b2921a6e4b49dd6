# Typical wrong answers to task 7.

# %% somebody else's workers
# message: The id in your answer is not the one under which you hand in.
# loses: own-workers-at-once, own-workers-chain, own-workers-mixed
student = "somebody else"
strong, fast, simple, jobs = own_workers(student)
at_once = [jobs / strong / fast, jobs / simple]
chain = [jobs / fast, jobs]
mixed = [0.1 * c + 0.9 * a for c, a in zip(chain, at_once)]

# %% all equally fast
# message: The strong ones are fast as well.
# loses: own-workers-at-once
student = "instructor"
strong, fast, simple, jobs = own_workers(student)
at_once = [jobs / strong / fast, jobs / simple]
chain = [jobs / fast, jobs]
mixed = [0.1 * c + 0.9 * a for c, a in zip(chain, at_once)]
at_once = [jobs / strong, jobs / simple]

# %% one of each
# message: All of them can work.
# loses: own-workers-at-once
student = "instructor"
strong, fast, simple, jobs = own_workers(student)
at_once = [jobs / strong / fast, jobs / simple]
chain = [jobs / fast, jobs]
mixed = [0.1 * c + 0.9 * a for c, a in zip(chain, at_once)]
at_once = [jobs / fast, jobs]

# %% all work in the chain
# message: In a chain only one can work at a time.
# loses: own-workers-chain
student = "instructor"
strong, fast, simple, jobs = own_workers(student)
at_once = [jobs / strong / fast, jobs / simple]
chain = [jobs / fast, jobs]
mixed = [0.1 * c + 0.9 * a for c, a in zip(chain, at_once)]
chain = at_once

# %% no speed
# message: A strong worker is faster even alone.
# loses: own-workers-chain
student = "instructor"
strong, fast, simple, jobs = own_workers(student)
at_once = [jobs / strong / fast, jobs / simple]
chain = [jobs / fast, jobs]
mixed = [0.1 * c + 0.9 * a for c, a in zip(chain, at_once)]
chain = [jobs, jobs]

# %% all jobs after the chain
# message: After the chain, only nine tenths of the jobs are left.
# loses: own-workers-mixed
student = "instructor"
strong, fast, simple, jobs = own_workers(student)
at_once = [jobs / strong / fast, jobs / simple]
chain = [jobs / fast, jobs]
mixed = [0.1 * c + 0.9 * a for c, a in zip(chain, at_once)]
mixed = [0.1 * c + a for c, a in zip(chain, at_once)]

# %% the chain alone
# message: The nine tenths that are free take time as well.
# loses: own-workers-mixed
student = "instructor"
strong, fast, simple, jobs = own_workers(student)
at_once = [jobs / strong / fast, jobs / simple]
chain = [jobs / fast, jobs]
mixed = [0.1 * c + 0.9 * a for c, a in zip(chain, at_once)]
mixed = [0.1 * c for c in chain]

# %% side by side
# message: One comes after the other: add the times.
# loses: own-workers-mixed
student = "instructor"
strong, fast, simple, jobs = own_workers(student)
at_once = [jobs / strong / fast, jobs / simple]
chain = [jobs / fast, jobs]
mixed = [0.1 * c + 0.9 * a for c, a in zip(chain, at_once)]
mixed = [max(0.1 * c, 0.9 * a) for c, a in zip(chain, at_once)]
