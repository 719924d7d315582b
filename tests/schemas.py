"""The documented schemas, and what of a value they do not hold or do not explain."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).parents[1] / "docs" / "schema"


def schema(name: str) -> dict[str, Any]:
    """One of the documented schemas."""
    loaded: dict[str, Any] = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return loaded


def faults(told: object, name: str) -> list[str]:
    """Where a value breaks its schema, and which of its keys the schema does not explain."""
    value, rules = json.loads(json.dumps(told, allow_nan=False)), schema(name)
    broken = [error.message for error in Draft202012Validator(rules).iter_errors(value)]
    return broken + undescribed(value, rules)


def undescribed(value: Any, part: dict[str, Any], where: str = "") -> list[str]:
    """Keys of a value that its schema does not describe."""
    if isinstance(value, list):
        return [x for item in value for x in undescribed(item, part["items"], f"{where}[]")]
    if not isinstance(value, dict):
        return []
    known, others = part.get("properties", {}), part.get("additionalProperties")
    missing = [f"{where}.{k}" for k in value if "description" not in known.get(k, others or {})]
    inner = [(f"{where}.{k}", v, known.get(k, others or {})) for k, v in value.items()]
    return missing + [x for place, v, s in inner for x in undescribed(v, s, place)]
