# Typical wrong answers to task 1.

# %% the chance alone
# message: You look at the chance alone, not at the money.
# loses: offer-value, offer-wants
def offer(chance, worth, discount):
    return chance > 0.5

# %% the wrong way round
# message: You offer it where it does not pay.
# loses: offer-value, offer-wants, offer-edge
def offer(chance, worth, discount):
    return chance * worth < discount

# %% all who are worth it
# message: Not everybody who is worth the discount is likely to leave.
# loses: offer-value, offer-wants, offer-edge
def offer(chance, worth, discount):
    return worth > discount

# %% the chance of the discount
# message: Nobody gets a discount: what is multiplied by the chance?
# loses: offer-value, offer-wants, offer-edge
def offer(chance, worth, discount):
    return chance * discount > worth

# %% also if it makes no difference
# message: If both cost the same, it does not cost less.
# loses: offer-edge
def offer(chance, worth, discount):
    return chance * worth >= discount

# %% prints
# message: Return True or False for every customer.
# loses: offer-value, offer-wants, offer-edge
def offer(chance, worth, discount):
    print(chance * worth > discount)
