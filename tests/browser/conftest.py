"""A real browser against a real server: the system's Chromium, driven by Playwright.

Screens are photographed into docs/beelden when JEUGDREGIO_BEELDEN says "ja", so the guide shows what is really there.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from jeugdregio.organisaties.models import Gebruiker
from tests.mensen import WACHTWOORD

CHROMIUM = next(
    (pad for naam in ("chromium", "chromium-browser", "google-chrome") if (pad := shutil.which(naam))), None
)
BEELDEN = Path(__file__).resolve().parents[2] / "docs" / "beelden"
VLAGGEN = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
BREED, SMAL = {"width": 1366, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="session", autouse=True)
def _django_naast_playwright() -> Iterator[None]:
    """Playwright runs an event loop in this thread; Django then thinks the tests are async."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the run."""
    if CHROMIUM is None:
        pytest.skip("Chromium ontbreekt. Installeer het pakket chromium om de browsertests te draaien.")
    with sync_playwright() as playwright:
        gestart = playwright.chromium.launch(executable_path=CHROMIUM, args=VLAGGEN)
        yield gestart
        gestart.close()


@dataclass
class Mens:
    """Somebody behind a screen. What the browser complained about is in `klachten`."""

    page: Page
    basis: str
    klachten: list[str]

    def hoor(self, soort: str, tekst: str) -> None:
        """Keep a complaint; a form that comes back with its errors (422) is none."""
        if soort == "error" and "422" not in tekst:
            self.klachten.append(tekst)

    def ga(self, pad: str) -> Page:
        """Go to an address; a page that fails is a failed test."""
        antwoord = self.page.goto(f"{self.basis}{pad}")
        assert antwoord is not None
        assert antwoord.status == 200, f"{pad} gaf {antwoord.status}"
        return self.page

    def klik(self, tekst: str, exact: bool = False) -> None:
        """Click a link or button by its words, and wait for the page behind it."""
        hoofd = self.page.locator("main")
        knop = hoofd.get_by_role("button", name=tekst, exact=exact).or_(
            hoofd.get_by_role("link", name=tekst, exact=exact)
        )
        knop.first.click()
        self.page.wait_for_load_state()

    def verstuur(self) -> None:
        """Send the form of this screen with its main button."""
        self.page.locator("main form .utrecht-button--primary-action").first.click()
        self.page.wait_for_load_state()

    def ziet(self, tekst: str) -> bool:
        """Tell whether these words are on the screen."""
        return tekst in self.page.locator("body").inner_text()

    def foto(self, naam: str) -> None:
        """Photograph the screen for the guide."""
        if os.environ.get("JEUGDREGIO_BEELDEN") == "ja":
            BEELDEN.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=BEELDEN / f"{naam}.png")


Inloggen = Callable[..., Mens]


@pytest.fixture
def inloggen(browser: Browser, live_server) -> Iterator[Inloggen]:
    """Sign somebody in, in a browser of their own; the browser must have no complaints at the end."""
    open_: list[tuple[BrowserContext, Mens]] = []

    def log_in(gebruiker: Gebruiker, maat: dict[str, int] = BREED, wachtwoord: str = WACHTWOORD) -> Mens:
        context = browser.new_context(viewport=maat, locale="nl-NL")
        mens = Mens(context.new_page(), live_server.url, [])
        mens.page.on("console", lambda bericht: mens.hoor(bericht.type, bericht.text))
        mens.page.on("pageerror", lambda fout: mens.klachten.append(str(fout)))
        open_.append((context, mens))
        mens.page.goto(f"{live_server.url}/inloggen/")
        mens.page.fill("input[name=username]", gebruiker.email)
        mens.page.fill("input[name=password]", wachtwoord)
        mens.page.click("main button[type=submit]")
        mens.page.wait_for_url(lambda url: "inloggen" not in url)
        return mens

    yield log_in
    klachten = [klacht for _, mens in open_ for klacht in mens.klachten]
    for context, _ in open_:
        context.close()
    assert klachten == []
