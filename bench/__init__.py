"""The figures of speed and quiet, each printed by one command, peers measured in the same run."""
