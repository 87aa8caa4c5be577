VERSION = "@{python.version}"
USER_AGENT = f"borgerkontakt-client/{VERSION} (Python)"
