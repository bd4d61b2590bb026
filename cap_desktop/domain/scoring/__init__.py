"""From answers to states, scores, indicators and priorities (`cap-score/1`)."""
