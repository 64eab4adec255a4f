// Runs before the first paint: a person who follows the system's brightness sees no flash of the other one.
(function () {
  "use strict";
  var root = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function apply() {
    var choice = root.dataset.themeChoice;
    root.dataset.bsTheme = choice === "dark" || (choice !== "light" && dark.matches) ? "dark" : "light";
  }
  apply();
  dark.addEventListener("change", apply);
  window.qadagaTheme = apply;
})();
