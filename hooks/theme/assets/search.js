/*
 * Turns the "Search" link into a box where scripts run. Nothing is loaded before somebody touches the box, nothing is stored,
 * and what is typed stays out of the address and out of the browser's history.
 */
(function () {
  "use strict";
  var place = document.querySelector("[data-search]");
  if (!place) return;
  var link = place.querySelector("a");
  var main = document.querySelector("main");
  var words = place.dataset;
  var asked = false;
  var engine = null;
  var timer = 0;

  function make(name, properties, parent) {
    var element = document.createElement(name);
    Object.keys(properties).forEach(function (key) { element.setAttribute(key, properties[key]); });
    if (parent) parent.appendChild(element);
    return element;
  }

  var label = make("label", { class: "unseen", for: "search-box" });
  label.textContent = link.textContent;
  // No list of earlier words, and no spelling checker that would send them away.
  var box = make("input", { id: "search-box", type: "search", placeholder: words.hint, autocomplete: "off", autocapitalize: "off",
    autocorrect: "off", spellcheck: "false", enterkeyhint: "search", maxlength: "120" });
  // Chromium asks its maker about every field it meets, but for those of a form that looks like a search by where it leads.
  // This one is never sent.
  var form = make("form", { role: "search", action: "search/index.html" });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  place.replaceChild(form, link);
  form.appendChild(label);
  form.appendChild(box);
  var panel = make("section", { class: "found", "aria-label": link.textContent });
  panel.hidden = true;
  var status = make("p", { class: "mark", role: "status" }, panel);
  var list = make("ul", { class: "index", "data-search-results": "" }, panel);
  main.parentNode.insertBefore(panel, main);

  function show() {
    clearTimeout(timer);
    if (engine) return engine.show(box.value);
    panel.hidden = !box.value.trim();
    status.textContent = words.wait;
  }

  function ready() {
    engine = window.amparoSearch && window.amparoSearch.open({ box: box, panel: panel, status: status, list: list, up: words.up });
    if (!engine) return failed();
    show();
  }

  /* No connection, or a browser that is too old: the page of names is as good. */
  function failed() {
    status.textContent = words.failed + " ";
    status.appendChild(link);
    panel.hidden = false;
  }

  function load() {
    if (asked) return;
    asked = true;
    var script = make("script", { src: words.search });
    script.onload = ready;
    script.onerror = failed;
    document.head.appendChild(script);
  }

  box.addEventListener("focus", load);
  box.addEventListener("input", function () {
    load();
    clearTimeout(timer);
    timer = setTimeout(show, engine ? 90 : 0);
  });

  // Back must not show what was typed to whoever comes after.
  window.addEventListener("pagehide", function () {
    box.value = "";
    show();
  });
})();
