"""Three made-up runners to try the program on: data only, written by scripts/make_demo.py."""
