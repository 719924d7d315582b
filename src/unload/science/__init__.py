"""The science: pure functions, one file per stage, no number of their own."""
