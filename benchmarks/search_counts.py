def counts(*a):
    pass
