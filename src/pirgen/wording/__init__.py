"""How values read wherever they are shown: on pages, in drawings, in a terminal. One wording for each."""
