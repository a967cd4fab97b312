from __future__ import annotations


class SlipformError(ValueError):
    """A caller's mistake: one sentence that names the argument, the rule, what came and the remedy."""
