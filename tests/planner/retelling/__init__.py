"""Sentences with known answers, told anew: they flag the same rows, or are declined with a reason.

Metamorphic testing (Chen et al., "Metamorphic Testing: A Review of Challenges and Opportunities",
ACM Computing Surveys 51(1), 2018): where no answer is known for a new sentence, the answer of one
that means the same serves.
"""
