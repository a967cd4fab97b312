from __future__ import annotations


class SlipformError(ValueError):
    """What a caller can mend: one sentence that names the argument, the rule, what came and the remedy."""
