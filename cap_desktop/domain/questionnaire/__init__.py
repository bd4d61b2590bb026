"""The questionnaire `cap-questionnaire/1`: its models, reading, checks and versions."""
