"""Coordination of bodies, sessions of collegia: agenda, minutes, decisions under control (O.7.4, L.1.11)."""
