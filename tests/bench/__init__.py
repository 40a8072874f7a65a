"""The benchmark: `make bench` prints how long things take beside a floor measured in the same run. No test."""
