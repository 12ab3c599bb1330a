"""The site for programs: incidents as JSON, feeds, a calendar of due actions, counts, and a list of these."""
