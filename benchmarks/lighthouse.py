"""What Lighthouse says of every page, over ten years of records: a score for each category.

    npm install lighthouse
    LIGHTHOUSE=node_modules/.bin/lighthouse python3 run python benchmarks/lighthouse.py
    python3 run python benchmarks/lighthouse.py history me    # these alone

Without LIGHTHOUSE the one on the PATH is taken; CHROME_PATH names a browser, else Lighthouse looks
for one. Performance is meant for a machine that does nothing else.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

from pages import FOLDER, export  # first: it names the folder before the store is entered

PROGRAM = "from unload.cli import main; main()"
PAGES = ("today", "check-in", "week", "body", "work-it-out", "doubts", "why", "history", "imports",
         "me")  # fmt: skip
BROWSER = "--headless=new --no-sandbox --disable-background-networking --disable-sync"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
GOOD, PATIENCE_S = 0.9, 300
TOKEN = re.compile(r'csrfmiddlewaretoken" value="([^"]+)"')


def lighthouse() -> str:
    found = os.environ.get("LIGHTHOUSE") or shutil.which("lighthouse")
    if not found:
        sys.exit("No lighthouse on the PATH: `npm install lighthouse`, then say where it is with "
                 "LIGHTHOUSE=node_modules/.bin/lighthouse.")  # fmt: skip
    return found


def signed_in(address: str, password: str) -> str:
    """The cookies of the owner."""
    jar = CookieJar()
    opener = build_opener(HTTPCookieProcessor(jar))
    page = opener.open(f"{address}/sign-in/").read().decode()
    token = TOKEN.search(page)
    assert token
    form = {"csrfmiddlewaretoken": token[1], "name": "runner", "password": password}
    opener.open(f"{address}/sign-in/", urlencode(form).encode())
    return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


def asked(program: str, address: str, cookies: str) -> dict[str, Any]:
    """The report of one page."""
    headers, report = Path(FOLDER.name) / "headers.json", Path(FOLDER.name) / "report.json"
    headers.write_text(json.dumps({"Cookie": cookies}))
    words = (
        "--quiet", "--output=json", f"--output-path={report}", f"--extra-headers={headers}",
        "--no-enable-error-reporting", f"--chrome-flags={BROWSER}",
    )  # fmt: skip
    subprocess.run([program, address, *words], check=True, timeout=PATIENCE_S)
    return dict(json.loads(report.read_text()))


def faults(report: dict[str, Any]) -> Iterator[str]:
    """What cost points, and what could not be found out."""
    if report.get("runtimeError"):
        yield str(report["runtimeError"]["message"])
    for category in report["categories"].values():
        for ref in (ref for ref in category["auditRefs"] if ref["weight"]):
            audit = report["audits"][ref["id"]]
            if audit["score"] is None and audit["scoreDisplayMode"] == "error":
                yield f"{ref['id']} failed: {audit['errorMessage']}"
            elif audit["score"] is not None and audit["score"] < GOOD:
                yield f"{ref['id']} {audit['score']:.2f} {audit.get('displayValue', '')}"


def main() -> None:
    program, wanted = lighthouse(), sys.argv[1:] or PAGES
    # The demo's record lies in a folder of its own; ten years come to lie before it.
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    unload = [sys.executable, "-c", PROGRAM]
    server = subprocess.Popen(
        [*unload, "serve", "--demo", "--port", "0"],
        env=environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert server.stdout
        address = server.stdout.readline().split()[3].rstrip(",")
        cookies = signed_in(address, server.stdout.readline().split()[-1])
        demo = environment | {"UNLOAD_DATA": str(Path(FOLDER.name) / "demo")}
        years = [*unload, "import", str(export(Path(FOLDER.name) / "export"))]
        subprocess.run(years, env=demo, stdout=subprocess.DEVNULL, check=True)
        print(f"{'':12}" + "".join(f"{name:>16}" for name in CATEGORIES))
        for page in wanted:
            path = "" if page == "today" else f"{page.strip('/')}/"
            report = asked(program, f"{address}/{path}", cookies)
            scores = (report["categories"][name]["score"] for name in CATEGORIES)
            told = ("none" if score is None else f"{100 * score:.0f}" for score in scores)
            print(f"{page:12}" + "".join(f"{score:>16}" for score in told), flush=True)
            for fault in faults(report):
                print(f"{'':12}  {fault}", flush=True)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
