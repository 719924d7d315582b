"""List every library the program brings along, with its hashes, or ask whether one is known bad.

python3 run python scripts/supply.py sbom     writes dist/sbom.cdx.json, CycloneDX 1.5
python3 run python scripts/supply.py audit    asks pip-audit; the one that needs the network

An audit ends well only if every library was asked about and none is known bad; pip-audit by itself
ends well, too, where it could ask about none. Both tell what was resolved for the day that
pyproject.toml names (docs/adr/0008), in uv.lock. Neither result is committed.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
DIST = ROOT / "dist"
BAD, UNKNOWN = 1, 2
# What a user may get: the program with all its extras. The tools of developers stay out.
SHIPPED = ("--no-dev", "--all-extras", "--no-emit-project")


def export(uv: str, shape: str, path: Path) -> int:
    """Write the resolved libraries in one of uv's formats; what was resolved is not touched."""
    path.parent.mkdir(exist_ok=True)
    wanted = ["--frozen", "--quiet", "--format", shape, "--output-file", str(path)]
    made = subprocess.run([uv, "export", *wanted, *SHIPPED], cwd=ROOT, check=False)
    if made.returncode == 0:
        print(f"wrote {path}")
    return made.returncode


def audit(uv: str) -> int:
    """Ask about exactly the files that were resolved, without installing any of them."""
    listed = DIST / "requirements.txt"
    asked = ["--require-hashes", "--disable-pip", "--requirement", str(listed), "--format", "json"]
    if export(uv, "requirements.txt", listed):
        return UNKNOWN
    ran = subprocess.run(
        [uv, "tool", "run", "pip-audit", "--progress-spinner", "off", *asked],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    code, says = judged(ran.stdout)
    print(says if ran.stdout else f"{says} ({(ran.stderr.strip() or 'silence').splitlines()[-1]})")
    return code


def judged(told: str) -> tuple[int, str]:
    """What pip-audit's JSON comes to: how to end, and what to say."""
    try:
        parts = json.loads(told)["dependencies"]
    except (ValueError, KeyError):
        return UNKNOWN, "Nothing was found out: pip-audit gave no answer."
    bad = [
        f"{part['name']} {part['version']}: {', '.join(each['id'] for each in part['vulns'])}"
        for part in parts
        if part.get("vulns")
    ]
    if bad:
        return BAD, "\n".join(["Known to be bad:", *bad])
    unasked = [part["name"] for part in parts if "skip_reason" in part]
    if unasked or not parts:
        says = f"Nothing was found out about {len(unasked)} of {len(parts)} libraries"
        return UNKNOWN, f"{says}: the index does not know them. {', '.join(unasked)}".strip()
    return 0, f"None of {len(parts)} libraries is known to be bad."


def main(words: list[str]) -> int:
    uv = os.environ.get("UV")
    if uv is None or words not in (["sbom"], ["audit"]):
        print("python3 run python scripts/supply.py sbom|audit", file=sys.stderr)
        return 2
    return audit(uv) if words == ["audit"] else export(uv, "cyclonedx1.5", DIST / "sbom.cdx.json")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
