"""The language of restatements: what a rule is said as is read as that rule again.

A rule's own words (``Kind.say``) are unambiguous English. An author may copy them, from an
explanation or from two readings side by side, and change a number: this grammar reads them. Its
phrases may be loose, because what is read must be said in the very words of the sentence again.
"""
