# Typical wrong answers to task 4.

# %% obstacles for the poor
# message: whatever takes room away makes it poorer.
# loses: advise-training, advise-order, advise-edge
def advise(training, validation, wanted):
    end, later = np.array(training[-10:]), np.mean(validation[-10:])
    if np.mean(end) > wanted:
        if np.sum(np.diff(end) > 0) >= 4:
            return ["smaller rate", "larger batches"]
        if end[-1] < 0.95 * end[0]:
            return ["train longer", "larger rate"]
        return ["more dropout", "larger penalty"]
    if later <= wanted:
        return ["test"]
    cures = ["more dropout", "larger penalty", "more rows", "moved copies"]
    if min(validation) < 0.95 * later:
        cures.append("earlier weights")
    return cures

# %% more rows for the poor
# message: more rows do not mend that.
# loses: advise-training, advise-edge
def advise(training, validation, wanted):
    end, later = np.array(training[-10:]), np.mean(validation[-10:])
    if np.mean(end) > wanted:
        if np.sum(np.diff(end) > 0) >= 4:
            return ["smaller rate", "larger batches"]
        if end[-1] < 0.95 * end[0]:
            return ["train longer", "larger rate"]
        return ["more units", "less dropout", "smaller penalty", "more rows"]
    if later <= wanted:
        return ["test"]
    cures = ["more dropout", "larger penalty", "more rows", "moved copies"]
    if min(validation) < 0.95 * later:
        cures.append("earlier weights")
    return cures

# %% longer, whatever happens
# message: Steps that go up are too long, or too noisy: what makes them calmer?
# loses: advise-training, advise-edge
def advise(training, validation, wanted):
    end, later = np.array(training[-10:]), np.mean(validation[-10:])
    if np.mean(end) > wanted:
        if np.sum(np.diff(end) > 0) >= 4:
            return ["train longer", "larger batches"]
        if end[-1] < 0.95 * end[0]:
            return ["train longer", "larger rate"]
        return ["more units", "less dropout", "smaller penalty"]
    if later <= wanted:
        return ["test"]
    cures = ["more dropout", "larger penalty", "more rows", "moved copies"]
    if min(validation) < 0.95 * later:
        cures.append("earlier weights")
    return cures

# %% room for what still falls
# message: It is on its way: what brings it there?
# loses: advise-training, advise-order
def advise(training, validation, wanted):
    end, later = np.array(training[-10:]), np.mean(validation[-10:])
    if np.mean(end) > wanted:
        if np.sum(np.diff(end) > 0) >= 4:
            return ["smaller rate", "larger batches"]
        if end[-1] < 0.95 * end[0]:
            return ["more units", "train longer"]
        return ["more units", "less dropout", "smaller penalty"]
    if later <= wanted:
        return ["test"]
    cures = ["more dropout", "larger penalty", "more rows", "moved copies"]
    if min(validation) < 0.95 * later:
        cures.append("earlier weights")
    return cures

# %% room for a memory
# message: It knows its training rows by heart: this would help it to.
# loses: advise-validation
def advise(training, validation, wanted):
    end, later = np.array(training[-10:]), np.mean(validation[-10:])
    if np.mean(end) > wanted:
        if np.sum(np.diff(end) > 0) >= 4:
            return ["smaller rate", "larger batches"]
        if end[-1] < 0.95 * end[0]:
            return ["train longer", "larger rate"]
        return ["more units", "less dropout", "smaller penalty"]
    if later <= wanted:
        return ["test"]
    cures = ["more units", "more rows"]
    if min(validation) < 0.95 * later:
        cures.append("earlier weights")
    return cures

# %% one cure is enough
# message: It memorizes: four cures always fit, a fifth if validation turned.
# loses: advise-validation
def advise(training, validation, wanted):
    end, later = np.array(training[-10:]), np.mean(validation[-10:])
    if np.mean(end) > wanted:
        if np.sum(np.diff(end) > 0) >= 4:
            return ["smaller rate", "larger batches"]
        if end[-1] < 0.95 * end[0]:
            return ["train longer", "larger rate"]
        return ["more units", "less dropout", "smaller penalty"]
    if later <= wanted:
        return ["test"]
    cures = ["more dropout", "larger penalty"]
    if min(validation) < 0.95 * later:
        cures.append("earlier weights")
    return cures

# %% earlier weights always
# message: No earlier epoch was better here.
# loses: advise-validation
def advise(training, validation, wanted):
    end, later = np.array(training[-10:]), np.mean(validation[-10:])
    if np.mean(end) > wanted:
        if np.sum(np.diff(end) > 0) >= 4:
            return ["smaller rate", "larger batches"]
        if end[-1] < 0.95 * end[0]:
            return ["train longer", "larger rate"]
        return ["more units", "less dropout", "smaller penalty"]
    if later <= wanted:
        return ["test"]
    cures = ["more dropout", "larger penalty", "more rows", "moved copies"]
    if True:
        cures.append("earlier weights")
    return cures

# %% the gap first
# message: Look at training first
# loses: advise-training, advise-order, advise-edge
def advise(training, validation, wanted):
    end, later = np.array(training[-10:]), np.mean(validation[-10:])
    if later > wanted:
        cures = ["more dropout", "larger penalty", "more rows", "moved copies"]
        return cures + ["earlier weights"] * bool(min(validation) < 0.95 * later)
    if np.mean(end) > wanted:
        if np.sum(np.diff(end) > 0) >= 4:
            return ["smaller rate", "larger batches"]
        if end[-1] < 0.95 * end[0]:
            return ["train longer", "larger rate"]
        return ["more units", "less dropout", "smaller penalty"]
    return ["test"]

# %% a gap is an illness
# message: A gap between good and good is no illness
# loses: advise-order
def advise(training, validation, wanted):
    end, later = np.array(training[-10:]), np.mean(validation[-10:])
    if np.mean(end) > wanted:
        if np.sum(np.diff(end) > 0) >= 4:
            return ["smaller rate", "larger batches"]
        if end[-1] < 0.95 * end[0]:
            return ["train longer", "larger rate"]
        return ["more units", "less dropout", "smaller penalty"]
    if later <= wanted and later < 2 * np.mean(end):
        return ["test"]
    cures = ["more dropout", "larger penalty", "more rows", "moved copies"]
    if min(validation) < 0.95 * later:
        cures.append("earlier weights")
    return cures

# %% the whole curve
# message: Only the end says how a curve ends.
# loses: advise-edge
def advise(training, validation, wanted):
    end, later = np.array(training[-10:]), np.mean(validation[-10:])
    if np.mean(end) > wanted:
        if np.sum(np.diff(training) > 0) >= 10:
            return ["smaller rate", "larger batches"]
        if end[-1] < 0.95 * end[0]:
            return ["train longer", "larger rate"]
        return ["more units", "less dropout", "smaller penalty"]
    if later <= wanted:
        return ["test"]
    cures = ["more dropout", "larger penalty", "more rows", "moved copies"]
    return cures + ["earlier weights"] * bool(min(validation) < 0.95 * later)

# %% less than wanted
# message: Exactly as wanted will do.
# loses: advise-edge
def advise(training, validation, wanted):
    end, later = np.array(training[-10:]), np.mean(validation[-10:])
    if np.mean(end) >= wanted:
        if np.sum(np.diff(end) > 0) >= 4:
            return ["smaller rate", "larger batches"]
        if end[-1] < 0.95 * end[0]:
            return ["train longer", "larger rate"]
        return ["more units", "less dropout", "smaller penalty"]
    if later <= wanted:
        return ["test"]
    cures = ["more dropout", "larger penalty", "more rows", "moved copies"]
    if min(validation) < 0.95 * later:
        cures.append("earlier weights")
    return cures

# %% three steps
# message: Three steps up are not yet four.
# loses: advise-edge
def advise(training, validation, wanted):
    end, later = np.array(training[-10:]), np.mean(validation[-10:])
    if np.mean(end) > wanted:
        if np.sum(np.diff(end) > 0) >= 3:
            return ["smaller rate", "larger batches"]
        if end[-1] < 0.95 * end[0]:
            return ["train longer", "larger rate"]
        return ["more units", "less dropout", "smaller penalty"]
    if later <= wanted:
        return ["test"]
    cures = ["more dropout", "larger penalty", "more rows", "moved copies"]
    if min(validation) < 0.95 * later:
        cures.append("earlier weights")
    return cures
