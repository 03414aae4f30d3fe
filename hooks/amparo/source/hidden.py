"""Characters that no file of ours may hold."""

from __future__ import annotations

import re

REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff"
    "\ue000-\uf8ff\U000e0000-\U000e007f]"
)
"""Characters that hide or reorder text: control, soft hyphen, zero width, bidirectional controls, private
use."""
