"""The command line: a thin shell over the services, one command a file."""
