"""What a person said to each question, and the assessment that holds it."""
