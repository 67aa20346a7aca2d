"""The demo event: one believable evening of an invented neighbourhood, as data."""
