"""Exact unit conversions: definitions, not evidence, so they need no source."""

S_PER_MS = 0.001
S_PER_MIN = 60
S_PER_HOUR = 3600
MIN_PER_HOUR = 60
M_PER_CM = 0.01
M_PER_MM = 0.001
M_PER_FOOT = 0.3048
M_PER_YARD = 0.9144
M_PER_KM = 1000
M_PER_MILE = 1609.344
KG_PER_LB = 0.45359237
KG_PER_G = 0.001
LB_PER_STONE = 14
DAYS_PER_WEEK = 7
DAYS_PER_MONTH = 365.25 / 12
PERCENT = 100
COMPARE_DECIMALS = 9  # ratios are rounded here before a threshold, so that km and miles agree
