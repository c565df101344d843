"""How good the advice is: the product's own rules measured on public data, beside the figure each has to reach."""
