"""Pages of punishments and coercion: places of custody, visits, people held unlawfully (L.3.6, O.8.d6)."""
