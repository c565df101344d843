"""What the panels of a person's page show: loaded here, worded here, drawn by the templates."""
