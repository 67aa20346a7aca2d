"""The way in: thin blueprints. Access finds who is here, a form checks the shape, an action does it."""
