# Typical wrong answers to task 1.

# %% turned
# message: Turned, or pixels and places have changed roles.
# loses: filter-matrix-value, filter-matrix-shared, filter-matrix-edge
def filter_matrix(f, rows, columns):
    half, turned = len(f) // 2, f[::-1, ::-1]
    return sum(
        turned[i, j] * np.kron(np.eye(rows, k=i - half), np.eye(columns, k=j - half))
        for i, j in np.ndindex(f.shape)
    )

# %% column by column
# message: Number row by row, not column by column.
# loses: filter-matrix-value, filter-matrix-shared, filter-matrix-edge
def filter_matrix(f, rows, columns):
    half = len(f) // 2
    return sum(
        f[i, j] * np.kron(np.eye(columns, k=j - half), np.eye(rows, k=i - half))
        for i, j in np.ndindex(f.shape)
    )

# %% the corner lies on the pixel
# message: The middle weight lies on the pixel that is computed.
# loses: filter-matrix-value, filter-matrix-shared, filter-matrix-edge
def filter_matrix(f, rows, columns):
    return sum(
        f[i, j] * np.kron(np.eye(rows, k=i), np.eye(columns, k=j))
        for i, j in np.ndindex(f.shape)
    )

# %% a ring
# message: The picture is no ring: beyond its border are zeros.
# loses: filter-matrix-value, filter-matrix-shared, filter-matrix-edge
def filter_matrix(f, rows, columns):
    half, M = len(f) // 2, np.zeros((rows * columns, rows * columns))
    for r, c in np.ndindex(rows, columns):
        for i, j in np.ndindex(f.shape):
            row, column = (r + i - half) % rows, (c + j - half) % columns
            M[r * columns + c, row * columns + column] += f[i, j]
    return M

# %% runs into the next row
# message: At the end of a row the filter runs into the next row.
# loses: filter-matrix-value, filter-matrix-shared, filter-matrix-edge
def filter_matrix(f, rows, columns):
    half = len(f) // 2
    return sum(
        f[i, j] * np.eye(rows * columns, k=(i - half) * columns + j - half)
        for i, j in np.ndindex(f.shape)
    )

# %% square pictures alone
# message: Six pixels and six places
# loses: filter-matrix-value, filter-matrix-shared
def filter_matrix(f, rows, columns):
    half = len(f) // 2
    return sum(
        f[i, j] * np.kron(np.eye(rows, k=i - half), np.eye(rows, k=j - half))
        for i, j in np.ndindex(f.shape)
    )
