"""English to plan by a model: the same rules as the offline compiler, or steps where none fits.

guard → request (system prefix, workspace, check) → answer → rule or steps → sound, typed → plan.

Rules of this room:
- Of a plan nothing is taken from the model that the rule or the schema can tell.
- What owners and files wrote reaches the model as quoted data, never as part of its orders.
- The system prefix is the same bytes for every check, every process and every day.
- Only `summaries` and `samples` look at rows; nothing but `summaries` writes a file.
"""
