"""Settings, part by part."""
