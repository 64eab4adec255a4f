"""The ruled-on writes of the service about itself."""
