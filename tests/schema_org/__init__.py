"""Another opinion on our JSON-LD: the vocabulary as types (npm schema-dts), by TypeScript's compiler.

It refuses what no type has: a property of another type, a misspelled one, a value of the wrong kind.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"


def faults(documents: Sequence[Any]) -> list[str]:
    """What is wrong with each of `documents`; the test is skipped where the compiler is not installed."""
    node = shutil.which("node")
    if node is None or not MODULES.is_dir():
        pytest.skip("needs node and schema.org's types: npm ci --prefix tests/schema_org")
    types = json.dumps((MODULES / "schema-dts").as_posix())
    lines = [f"import type {{ Graph }} from {types};"]
    lines += [f"export const d{n}: Graph = {json.dumps(_typed(one))};" for n, one in enumerate(documents)]
    with TemporaryDirectory() as folder:
        program = Path(folder, "documents.ts")
        program.write_text("\n".join(lines), encoding="utf-8")
        compiler = MODULES / "typescript/lib/tsc.js"
        ran = subprocess.run(
            [
                node,
                str(compiler),
                "--noEmit",
                "--strict",
                "--skipLibCheck",
                "--pretty",
                "false",
                str(program),
            ],
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
    found = [line for line in ran.stdout.splitlines() if "error TS" in line]
    assert found or ran.returncode == 0, ran.stdout + ran.stderr
    return found


def _typed(value: Any) -> Any:
    """`value` without what the types do not know: annotations of actions (schema.org/docs/actions.html)."""
    if isinstance(value, dict):
        return {name: _typed(own) for name, own in value.items() if not name.endswith("-input")}
    return [_typed(own) for own in value] if isinstance(value, list) else value
