"""Pure rules of the CAP: values in, values out, no file, no clock, no screen."""
