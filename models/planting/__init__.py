"""The parts of the generator of synthetic samples; see ../README.md."""
