"""The Dagster UI as a person uses it: see the graph, materialize all, read an asset's page."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BROWSER = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]

if BROWSER is None and os.environ.get("CROSSCLAIM_BROWSER_REQUIRED"):
    pytest.fail("a browser is required here and none is installed", pytrace=False)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(url: str, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(url, timeout=2).read()
            return
        except OSError:
            time.sleep(0.5)
    raise TimeoutError(url)


@pytest.fixture(scope="module")
def server(tmp_path_factory) -> Iterator[str]:
    place = tmp_path_factory.mktemp("ui")
    folder = place / "input"
    folder.mkdir()
    for file in sorted((ROOT / "examples" / "corpus" / "quayside").glob("*.txt"))[:2]:
        shutil.copy(file, folder)
    home = place / "home"
    home.mkdir()
    # No daemon: its sensor would start a run before the test does. So no queue either, which only a
    # daemon would empty.
    (home / "dagster.yaml").write_text(
        "telemetry:\n  enabled: false\nnux:\n  enabled: false\nrun_coordinator:\n"
        "  module: dagster.core.run_coordinator\n  class: DefaultRunCoordinator\n",
        encoding="utf-8",
    )
    port = free_port()
    environment = {
        **os.environ,
        "CROSSCLAIM_INPUT": str(folder),
        "CROSSCLAIM_DATA": str(place / "data"),
        "DAGSTER_HOME": str(home),
    }
    process = subprocess.Popen(
        [
            *(
                sys.executable,
                "-m",
                "dagster_webserver",
                "--host",
                "127.0.0.1",
                "--port",
                str(port),
            ),
            *("-m", "assets.definitions"),
        ],
        cwd=ROOT,
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/server_info")
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def test_materialize_all_from_the_graph_and_read_an_asset(server: str, tmp_path: Path) -> None:
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1600, "height": 1000})
        foreign: list[str] = []
        page.on(
            "request",
            lambda r: (
                None
                if r.url.startswith((server, "data:", "blob:", "ws:"))
                else foreign.append(r.url)
            ),
        )
        page.goto(f"{server}/asset-groups")
        expect(page.get_by_text("raw_documents").first).to_be_visible(timeout=60_000)
        page.get_by_role("button", name=re.compile("Materialize all")).first.click()
        wait_until_finished(server)
        page.goto(f"{server}/runs")
        expect(page.get_by_text("Success").first).to_be_visible(timeout=60_000)
        page.goto(f"{server}/assets/claims?view=overview")
        expect(page.get_by_text("check_worthiness").first).to_be_visible(timeout=60_000)
        expect(page.get_by_text("preview").first).to_be_visible()
        browser.close()
    assert foreign == []


def wait_until_finished(server: str, seconds: float = 240) -> None:
    """Until the instance holds a run that ended well."""
    import json

    query = json.dumps({"query": "{ runsOrError { ... on Runs { results { status } } } }"}).encode()
    deadline = time.monotonic() + seconds
    status: list[str] = []
    while time.monotonic() < deadline:
        request = urllib.request.Request(
            f"{server}/graphql", data=query, headers={"Content-Type": "application/json"}
        )
        answer = json.load(urllib.request.urlopen(request, timeout=10))
        status = [run["status"] for run in answer["data"]["runsOrError"]["results"]]
        if "SUCCESS" in status:
            return
        assert "FAILURE" not in status
        time.sleep(1)
    raise TimeoutError(f"runs: {status}")
