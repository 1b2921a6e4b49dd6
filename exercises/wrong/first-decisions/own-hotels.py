# Typical wrong answers to task 6.

# %% somebody else's hotels
# message: The id in your answer is not the one under which you hand in.
# loses: own-hotels-base-rate, own-hotels-limit, own-hotels-known, own-hotels-new, own-hotels-always
student = "somebody else"
miles, demanded, new_miles, new_demanded = own_hotels(student)
base_rate = sum(demanded) / 11
limits = sorted([0, *miles])
hits = [sum((m <= far) == d for m, d in zip(miles, demanded)) for far in limits]
known_right = max(hits)
limit = limits[hits.index(known_right)]
new_right = sum((m <= limit) == d for m, d in zip(new_miles, new_demanded))
always = new_demanded.count(base_rate > 0.5)

# %% a number of hotels
# message: A share was asked for, not a number of hotels.
# loses: own-hotels-base-rate
student = "instructor"
miles, demanded, new_miles, new_demanded = own_hotels(student)
base_rate = sum(demanded) / 11
limits = sorted([0, *miles])
hits = [sum((m <= far) == d for m, d in zip(miles, demanded)) for far in limits]
known_right = max(hits)
limit = limits[hits.index(known_right)]
new_right = sum((m <= limit) == d for m, d in zip(new_miles, new_demanded))
always = new_demanded.count(base_rate > 0.5)
base_rate = sum(demanded)

# %% the others
# message: This is the share of those that are not in demand.
# loses: own-hotels-base-rate
student = "instructor"
miles, demanded, new_miles, new_demanded = own_hotels(student)
base_rate = sum(demanded) / 11
limits = sorted([0, *miles])
hits = [sum((m <= far) == d for m, d in zip(miles, demanded)) for far in limits]
known_right = max(hits)
limit = limits[hits.index(known_right)]
new_right = sum((m <= limit) == d for m, d in zip(new_miles, new_demanded))
always = new_demanded.count(base_rate > 0.5)
base_rate = 1 - base_rate

# %% all hotels
# message: The new hotels are not known yet.
# loses: own-hotels-base-rate
student = "instructor"
miles, demanded, new_miles, new_demanded = own_hotels(student)
base_rate = sum(demanded) / 11
limits = sorted([0, *miles])
hits = [sum((m <= far) == d for m, d in zip(miles, demanded)) for far in limits]
known_right = max(hits)
limit = limits[hits.index(known_right)]
new_right = sum((m <= limit) == d for m, d in zip(new_miles, new_demanded))
always = new_demanded.count(base_rate > 0.5)
base_rate = sum(demanded + new_demanded) / 19

# %% learned from the new ones
# message: Learn from the known hotels alone.
# loses: own-hotels-limit
student = "instructor"
miles, demanded, new_miles, new_demanded = own_hotels(student)
base_rate = sum(demanded) / 11
limits = sorted([0, *miles])
hits = [sum((m <= far) == d for m, d in zip(miles, demanded)) for far in limits]
known_right = max(hits)
limit = limits[hits.index(known_right)]
new_right = sum((m <= limit) == d for m, d in zip(new_miles, new_demanded))
always = new_demanded.count(base_rate > 0.5)
hits = [sum((m <= far) == d for m, d in zip(new_miles, new_demanded)) for far in [0, *sorted(new_miles)]]
limit = [0, *sorted(new_miles)][hits.index(max(hits))]

# %% how often it is right
# message: The limit, not how often it is right.
# loses: own-hotels-limit
student = "instructor"
miles, demanded, new_miles, new_demanded = own_hotels(student)
base_rate = sum(demanded) / 11
limits = sorted([0, *miles])
hits = [sum((m <= far) == d for m, d in zip(miles, demanded)) for far in limits]
known_right = max(hits)
limit = limits[hits.index(known_right)]
new_right = sum((m <= limit) == d for m, d in zip(new_miles, new_demanded))
always = new_demanded.count(base_rate > 0.5)
limit = known_right

# %% the wrong ones
# message: You counted the wrong answers.
# loses: own-hotels-known
student = "instructor"
miles, demanded, new_miles, new_demanded = own_hotels(student)
base_rate = sum(demanded) / 11
limits = sorted([0, *miles])
hits = [sum((m <= far) == d for m, d in zip(miles, demanded)) for far in limits]
known_right = max(hits)
limit = limits[hits.index(known_right)]
new_right = sum((m <= limit) == d for m, d in zip(new_miles, new_demanded))
always = new_demanded.count(base_rate > 0.5)
known_right = 11 - known_right

# %% the wrong new ones
# message: You counted the wrong answers about the new hotels.
# loses: own-hotels-new
student = "instructor"
miles, demanded, new_miles, new_demanded = own_hotels(student)
base_rate = sum(demanded) / 11
limits = sorted([0, *miles])
hits = [sum((m <= far) == d for m, d in zip(miles, demanded)) for far in limits]
known_right = max(hits)
limit = limits[hits.index(known_right)]
new_right = sum((m <= limit) == d for m, d in zip(new_miles, new_demanded))
always = new_demanded.count(base_rate > 0.5)
new_right = 8 - new_right

# %% the known ones again
# message: That is about the known hotels.
# loses: own-hotels-new
student = "instructor"
miles, demanded, new_miles, new_demanded = own_hotels(student)
base_rate = sum(demanded) / 11
limits = sorted([0, *miles])
hits = [sum((m <= far) == d for m, d in zip(miles, demanded)) for far in limits]
known_right = max(hits)
limit = limits[hits.index(known_right)]
new_right = sum((m <= limit) == d for m, d in zip(new_miles, new_demanded))
always = new_demanded.count(base_rate > 0.5)
new_right = known_right

# %% the rarer answer
# message: That is the rarer answer among the known ones.
# loses: own-hotels-always
student = "instructor"
miles, demanded, new_miles, new_demanded = own_hotels(student)
base_rate = sum(demanded) / 11
limits = sorted([0, *miles])
hits = [sum((m <= far) == d for m, d in zip(miles, demanded)) for far in limits]
known_right = max(hits)
limit = limits[hits.index(known_right)]
new_right = sum((m <= limit) == d for m, d in zip(new_miles, new_demanded))
always = new_demanded.count(base_rate > 0.5)
always = 8 - always

# %% the known ones counted
# message: Count the new hotels; the known ones only choose.
# loses: own-hotels-always
student = "instructor"
miles, demanded, new_miles, new_demanded = own_hotels(student)
base_rate = sum(demanded) / 11
limits = sorted([0, *miles])
hits = [sum((m <= far) == d for m, d in zip(miles, demanded)) for far in limits]
known_right = max(hits)
limit = limits[hits.index(known_right)]
new_right = sum((m <= limit) == d for m, d in zip(new_miles, new_demanded))
always = new_demanded.count(base_rate > 0.5)
always = demanded.count(base_rate > 0.5)
