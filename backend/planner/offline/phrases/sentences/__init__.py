"""How whole rules are put: duties, scopes, subjects, frames."""
