"""Ask UK local-election results in plain English, offline, and get an answer you can quote."""
