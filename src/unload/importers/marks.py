"""The words that a reader attaches to a session, for those who weigh it later."""

# The file does not say which sport it was.
SPORT_UNKNOWN = "sport unknown"
# Nobody knows when on its day it began; it is put at midnight.
NO_TIME_OF_DAY = "time of day unknown"
# The file is damaged; only what could be decoded is told.
SALVAGED = "salvaged"
TREADMILL = "treadmill"
NO_DISTANCE = "distance of zero left out"
NO_HEART_RATE = "heart rate out of range left out"
# The watch wrote no summary; the numbers were added up from its points.
FROM_POINTS = "added up from points"
# It began in the hour that a clock shows twice, the second time.
CLOCK_SET_BACK = "after the clock was set back"
# Part of its time is that of another session, and counts there alone.
SHARED = "shared time left out"
# It took many times as long as it moved: the watch was left running, or its clock jumped.
LEFT_RUNNING = "elapsed time many times the moving time"
