"""That what is measured can be measured at all."""
