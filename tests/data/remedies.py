"""Does what a problem says would be right, as an editor in a hurry would: by pasting."""

from __future__ import annotations

import re

from amparo.source import Problem

_OPEN = re.compile(r"…|\b(?:or|if|the id|the-name|such as|where|else|until|unless)\b|[;“]|, with ")
"""What cannot be pasted: it leaves a choice, or must be looked up."""


def applied(text: str, problem: Problem) -> str | None:
    """The text of the file with the problem mended; None where the remedy must be thought about."""
    lines, at, right = text.split("\n"), problem.line - 1, problem.right
    line = lines[at] if at < len(lines) else ""
    hidden = re.match(r"a hidden character, U\+([0-9A-F]+)", problem.found)
    if hidden and right.startswith("delete it"):
        sign = chr(int(hidden[1], 16))
        return text.replace(sign, "").replace(f"\\u{ord(sign):04X}", "")
    if right == "delete the second one":
        word = re.search(r"`([^`]*)`", problem.found)
        assert word
        if line.lstrip().startswith("- "):
            return "\n".join(lines[:at] + lines[at + 1 :])
        first, _, rest = line.partition(word[1])
        lines[at] = first + word[1] + re.sub(rf",\s*{re.escape(word[1])}\b", "", rest, count=1)
        return "\n".join(lines)
    if right in ("delete it", "delete the line"):
        named = re.search(r"`([^`]*)`", problem.found)
        if named and re.search(rf"[\[,] ?{re.escape(named[1])}[\],]", line):  # One of several in a list.
            lines[at] = re.sub(rf",? ?{re.escape(named[1])}(?=[\],])", "", line).replace("[, ", "[")
            return "\n".join(lines)
        return "\n".join(lines[:at] + lines[at + 1 :])
    if _OPEN.search(right):
        return None
    field = re.fullmatch(r"(?:add the line )?([\w-]+):(?: (.*))?", right)
    own = re.match(r"(\s*(?:- )?)([\w-]+):", line)
    if field and own and own[2] == field[1]:
        lines[at] = own[1] + right
    elif field and own and not field[2] and re.search(r"there is no field", problem.found):
        lines[at] = line.replace(f"{own[2]}:", right, 1)
    elif not field and " " not in right and (was := _in(line, problem.found)):
        lines[at] = right.join(line.rsplit(was, 1))
    else:
        return None
    return "\n".join(lines)


def _in(line: str, found: str) -> str | None:
    """The part of a line that a problem talks about."""
    said = [word for word in re.findall(r"`([^`]+)`", found) if word in line]
    if said:
        return said[0]
    value = re.match(r"\s*(?:- )?[\w-]+: (\S+)$", line)
    return value[1] if value else None
