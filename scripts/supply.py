"""List every library the program brings along, with its hashes, or ask whether one is known bad.

python3 run python scripts/supply.py sbom     writes dist/sbom.cdx.json, CycloneDX 1.5
python3 run python scripts/supply.py audit    asks pip-audit; the one that needs the network

Both tell what was resolved for the day that pyproject.toml names (docs/adr/0008), in uv.lock.
Neither result is committed.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
DIST = ROOT / "dist"
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
    asked = ["--require-hashes", "--disable-pip", "--requirement", str(listed)]
    return export(uv, "requirements.txt", listed) or subprocess.call(
        [uv, "tool", "run", "pip-audit", *asked], cwd=ROOT
    )


def main(words: list[str]) -> int:
    uv = os.environ.get("UV")
    if uv is None or words not in (["sbom"], ["audit"]):
        print("python3 run python scripts/supply.py sbom|audit", file=sys.stderr)
        return 2
    return audit(uv) if words == ["audit"] else export(uv, "cyclonedx1.5", DIST / "sbom.cdx.json")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
