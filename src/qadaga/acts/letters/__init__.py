"""Letters by which measures and summonses go out: requests, checks, demands (O.8.2, O.8.5, O.8.7, O.8.8)."""
