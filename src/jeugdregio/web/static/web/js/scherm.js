// What the screens need besides HTML and htmx. Without this script everything still works.
(function () {
  "use strict";

  // On a phone the menu folds; without the script it stays open.
  document.querySelectorAll("[data-menu]").forEach(function (knop) {
    var menu = document.getElementById(knop.dataset.menu);
    var smal = window.matchMedia("(max-width: 60rem)");
    function zet(open) {
      menu.classList.toggle("kop__menu--dicht", !open);
      knop.setAttribute("aria-expanded", String(open));
    }
    function pas() {
      knop.hidden = !smal.matches;
      zet(!smal.matches);
    }
    knop.addEventListener("click", function () {
      zet(knop.getAttribute("aria-expanded") !== "true");
    });
    document.addEventListener("keydown", function (toets) {
      if (toets.key === "Escape" && smal.matches && knop.getAttribute("aria-expanded") === "true") {
        zet(false);
        knop.focus();
      }
    });
    smal.addEventListener("change", pas);
    pas();
  });

  // A page that comes back with errors starts at their summary.
  function begin(wortel) {
    var eerste = wortel.querySelector("[data-focus]");
    if (eerste) {
      eerste.focus();
    }
  }
  begin(document);
  document.addEventListener("htmx:afterSettle", function (gebeurtenis) {
    begin(gebeurtenis.target);
  });

  // Sending twice by accident does nothing; what takes longer than a second says so.
  document.addEventListener("submit", function (gebeurtenis) {
    var formulier = gebeurtenis.target;
    if (formulier.method !== "post" || formulier.hasAttribute("hx-post")) {
      return;
    }
    if (formulier.dataset.verzonden) {
      gebeurtenis.preventDefault();
      return;
    }
    formulier.dataset.verzonden = "ja";
    window.setTimeout(function () {
      document.getElementById("bezig").classList.add("bezig--aan");
    }, 1000);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-verzonden]").forEach(function (formulier) {
      delete formulier.dataset.verzonden;
    });
    document.getElementById("bezig").classList.remove("bezig--aan");
  });

  document.addEventListener("click", function (gebeurtenis) {
    if (gebeurtenis.target.closest("[data-druk]")) {
      window.print();
    }
  });
})();
