"""What a person is told, in French: what happened, what is safe, what to do."""
