"""Pure sums over the model: what the pages count and the fault trees say."""
