"""Where the team stands, and the one thing to do now."""
