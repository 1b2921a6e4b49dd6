# Typical wrong answers to task 3.

# %% zero is open
# message: A gate at exactly 0 is closed.
# loses: census-dead, census-share
def census(zs):
    found = []
    for z in zs:
        opened = z >= 0
        dead = int(np.sum(~opened.any(axis=0)))
        always = int(np.sum(opened.all(axis=0)))
        found.append((dead, always, float(opened.mean())))
    return found

# %% gates counted
# message: Count units, not gates.
# loses: census-dead
def census(zs):
    found = []
    for z in zs:
        opened = z > 0
        dead = int(np.sum(~opened))
        always = int(np.sum(opened.all(axis=0)))
        found.append((dead, always, float(opened.mean())))
    return found

# %% one closed row
# message: One closed row does not make a unit dead.
# loses: census-dead
def census(zs):
    found = []
    for z in zs:
        opened = z > 0
        dead = int(np.sum(~opened.all(axis=0)))
        always = int(np.sum(opened.all(axis=0)))
        found.append((dead, always, float(opened.mean())))
    return found

# %% along the rows
# message: A unit is a column; you look along the rows.
# loses: census-dead, census-edge
def census(zs):
    found = []
    for z in zs:
        opened = z > 0
        dead = int(np.sum(~opened.any(axis=1)))
        always = int(np.sum(opened.all(axis=0)))
        found.append((dead, always, float(opened.mean())))
    return found

# %% open for some
# message: Open for every row, not for at least one.
# loses: census-linear
def census(zs):
    found = []
    for z in zs:
        opened = z > 0
        dead = int(np.sum(~opened.any(axis=0)))
        always = int(np.sum(opened.any(axis=0)))
        found.append((dead, always, float(opened.mean())))
    return found

# %% share of closed gates
# message: This is the share of closed gates.
# loses: census-share, census-edge
def census(zs):
    found = []
    for z in zs:
        opened = z > 0
        dead = int(np.sum(~opened.any(axis=0)))
        always = int(np.sum(opened.all(axis=0)))
        found.append((dead, always, float(1 - opened.mean())))
    return found

# %% a count
# message: Return a share, not a count.
# loses: census-share, census-edge
def census(zs):
    found = []
    for z in zs:
        opened = z > 0
        dead = int(np.sum(~opened.any(axis=0)))
        always = int(np.sum(opened.all(axis=0)))
        found.append((dead, always, int(opened.sum())))
    return found

# %% share of units
# message: This is a share of units; count gates: rows times units.
# loses: census-share
def census(zs):
    found = []
    for z in zs:
        opened = z > 0
        dead = int(np.sum(~opened.any(axis=0)))
        always = int(np.sum(opened.all(axis=0)))
        found.append((dead, always, float(opened.any(axis=0).mean())))
    return found
