"""For allauth's own pages only, which are Django templates."""
