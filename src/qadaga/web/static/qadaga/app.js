// The few things the pages do beyond htmx. No dependencies, no inline handlers: the policy allows neither.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");

  function token() {
    var field = document.querySelector("input[name=csrfmiddlewaretoken]");
    return field ? field.value : "";
  }

  function send(url, values) {
    return fetch(url, {
      method: "POST",
      body: new URLSearchParams(values),
      headers: { "X-CSRFToken": token() },
      credentials: "same-origin",
    });
  }

  // --- clicks, by what the element says of itself ------------------------------------------------
  var clicks = {
    navToggle: function (button) {
      var open = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(open));
      document.body.classList.toggle("q-nav-open", open);
    },
    themeToggle: function (button) {
      var next = root.dataset.bsTheme === "dark" ? "light" : "dark";
      root.dataset.themeChoice = next;
      window.qadagaTheme();
      send(button.dataset.url, { theme: next });
    },
    dialogOpen: function (button) {
      var dialog = document.getElementById(button.dataset.dialogOpen);
      if (dialog) dialog.showModal();
    },
    dialogClose: function (button) { button.closest("dialog").close(); },
    dismiss: function (button) { button.closest(".q-toast").remove(); },
    print: function () { window.print(); },
    back: function () { history.back(); },
    copy: function (button) {
      navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    },
  };

  document.addEventListener("click", function (event) {
    Object.keys(clicks).forEach(function (name) {
      var attribute = "data-" + name.replace(/[A-Z]/g, function (c) { return "-" + c.toLowerCase(); });
      var element = event.target.closest("[" + attribute + "]");
      if (element) clicks[name](element);
    });
    document.querySelectorAll("details.q-menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
    if (event.target.tagName === "DIALOG") event.target.close();
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") {
      document.querySelectorAll("details.q-menu[open]").forEach(function (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      });
    }
    if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      var search = document.getElementById("q-search");
      if (search) { event.preventDefault(); search.focus(); }
    }
  });

  // --- forms -------------------------------------------------------------------------------------
  function isPreview(event) { return Boolean(event.submitter && event.submitter.hasAttribute("data-preview")); }

  // A paper shown beside a form follows what is typed.
  var drawing;
  document.addEventListener("input", function (event) {
    var form = event.target.closest("form");
    var button = form && document.querySelector("button[data-preview][form='" + form.id + "']");
    if (!button) return;
    clearTimeout(drawing);
    drawing = setTimeout(function () { form.requestSubmit(button); }, 1200);
  });

  // A second click while the first is on its way sends nothing; the server would not act on it anyway.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post" || event.defaultPrevented || isPreview(event)) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (form.hasAttribute("hx-post") || form.hasAttribute("data-many")) return;
    form.dataset.sent = "1";
    if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
    document.querySelectorAll("[aria-busy]").forEach(function (busy) { busy.removeAttribute("aria-busy"); });
  });

  // What is typed must not be lost by a wrong click.
  var typed = false;
  document.addEventListener("input", function (event) {
    if (event.target.closest("form[data-keep]")) typed = true;
  });
  document.addEventListener("submit", function (event) { if (!isPreview(event)) typed = false; });
  window.addEventListener("beforeunload", function (event) { if (typed) event.preventDefault(); });

  // --- check lists kept on this device (web/custody) -----------------------------------------------
  var bar = document.querySelector("[data-kept-bar]");
  try {
    if (localStorage.getItem("qadaga-kept") && bar && !document.querySelector("[data-kept]")) {
      import(bar.dataset.tidy);
    }
  } catch (error) { /* Storage is closed to this page: then nothing is kept here either. */ }

  // --- after the page, or a part of it, has come ---------------------------------------------------
  function arrive(part) {
    var summary = part.querySelector("[data-error-summary]");
    if (summary) summary.focus();
    var paper = part.querySelector("button[data-preview]");
    if (paper) paper.form.requestSubmit(paper);
    part.querySelectorAll("dialog[data-open]").forEach(function (dialog) {
      dialog.removeAttribute("data-open");
      dialog.showModal();
    });
  }
  document.addEventListener("htmx:afterSwap", function (event) { arrive(event.detail.elt); });
  document.addEventListener("htmx:sendError", function () {
    document.body.classList.add("q-offline");
  });
  document.addEventListener("htmx:afterOnLoad", function () {
    document.body.classList.remove("q-offline");
  });
  if (document.readyState !== "loading") arrive(document);
  else document.addEventListener("DOMContentLoaded", function () { arrive(document); });
})();
