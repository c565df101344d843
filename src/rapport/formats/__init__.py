"""How files from outside are written (text, dates, tables, zips, cards), and the facts they come to; it has no rows."""
