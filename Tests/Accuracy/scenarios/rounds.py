"""A round: cases written together before anybody looked at what the rules make of them, one folder with one labels.csv."""

from .events import SETS


class Round:
    """Takes the cases of one round; `look` says how one was exported, as `blind` tells."""

    def __init__(self, name):
        self.cases = SETS[name] = []

    def case(self, name, kind, expected, events, acceptable="", host="HOST-%d", **look):
        self.cases.append((name, kind, expected, events, acceptable, host, look))

    def known(self, name, expected, events, acceptable="", host="HOST-%d", **look):
        """Whose cause the report confirms and the events decide."""
        self.case(name, "definite", expected, events, acceptable, host, **look)

    def open_(self, name, events, guesses="", host="HOST-%d", **look):
        """Whose events leave several causes open."""
        self.case(name, "insufficient", "", events, guesses, host, **look)

    def healthy(self, name, events, acceptable="", host="HOST-%d", **look):
        """In which nothing failed, or somebody meant it."""
        self.case(name, "benign", "", events, acceptable, host, **look)
