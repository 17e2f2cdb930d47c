"""English to plan: the embedded offline compiler, and a model, behind one protocol.

Rules of this room: a plan is either wholly understood or declined with a reason; nothing here
looks at a table's rows (the facts of a schema snapshot are enough), and nothing writes a file,
save what describes tables for a model (`by_model.summaries`, `by_model.samples`).
"""
