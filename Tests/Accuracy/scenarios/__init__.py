"""Scenarios with a known cause, as events."""
