"""Show the advice: words, document, terminal and JSON; this room computes nothing."""
