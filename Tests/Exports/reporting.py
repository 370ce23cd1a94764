"""What a run of checks says of itself: a line for each check, with what it found below it."""

# More of them tell nothing new.
MOST = 20


def failures(tests, problems):
    """Runs the tests, whose names say what is so, and prints how each ended; `problems` gives those of a test. Returns how many failed."""
    failed = 0
    for test in tests:
        found = list(problems(test))
        failed += bool(found)
        print(f"{'FAILED' if found else 'passed'} {test.__name__.replace('_', ' ')}")
        for problem in found[:MOST]:
            print(f"       {problem}")
    return failed
