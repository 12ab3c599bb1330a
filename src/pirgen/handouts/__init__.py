"""An incident as one file to hand over: a Markdown text with its drawings, set as HTML or PDF"""

from pirgen.handouts.handout import Handout, customer_handout, final_handout, incident_handout

__all__ = ["Handout", "customer_handout", "final_handout", "incident_handout"]
