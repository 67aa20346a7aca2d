"""Scenes of the screen, one for each phase: what the hall sees, and nothing about who does what."""
