"""The logic of a tree: a formula of events and gates, its modules, and orders to ask about its events in."""
