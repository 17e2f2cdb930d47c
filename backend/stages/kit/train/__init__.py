"""Training on one table, as it runs inside the sandbox.

Rules of this room:
- Models are fitted, tuned and compared on the train part alone, by cross-validation; preparation
  is fitted again inside each fold.
- A candidate is a stock scikit-learn Pipeline of preparation and model: it predicts from raw rows.
- No step is given labels of a part that it did not learn from, beside the predictions for them.
"""
