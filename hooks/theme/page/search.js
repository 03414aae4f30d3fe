/*
 * Turns the "Search" link into a box where scripts run. Nothing is loaded before somebody touches the box, nothing is stored,
 * and what is typed stays out of the address and out of the browser's history. What it finds is shown by the engine.
 *
 * In a browser that lacks something that the engine needs the link stays a link. Should the engine break all the same, the link
 * comes back: a list of names is better than words that wait for ever, or than "nothing found" where there is something.
 */
(function () {
  "use strict";
  var place = document.querySelector(".find");
  if (!place || !isAble()) return;
  var assets = document.currentScript.src.replace("page.js", "");
  var link = place.firstChild;
  var engine, timer, pause;

  /* Whether this browser has everything that the engine uses. */
  function isAble() {
    try {
      return [].flatMap && Object.entries && place.append && place.before && place.replaceWith && new RegExp("\\p{L}", "u");
    } catch (error) {
      return false;
    }
  }

  function make(name, properties, parent) {
    var element = document.createElement(name);
    for (var key in properties) element.setAttribute(key, properties[key]);
    return parent.appendChild(element);
  }

  // Chromium asks its maker about every field it meets, but for those of a form that looks like a search by where it leads.
  // This one is never sent.
  var form = make("form", { role: "search", action: "search/index.html" }, place);
  // No list of earlier words, and no spelling checker that would send them away.
  var box = make("input", { type: "search", "aria-label": link.textContent, placeholder: place.dataset.hint, autocomplete: "off", spellcheck: false }, form);
  var panel = make("section", { class: "found", hidden: "" }, document.body);
  var status = make("p", {}, panel);
  // Read aloud when the typing pauses, not at every letter.
  var aloud = make("p", { role: "status", class: "aloud" }, panel);
  make("ul", { class: "index", "data-search-results": "" }, panel);
  document.querySelector("main").before(panel);
  link.remove();

  /* No connection, or a browser in which the engine breaks: the page of names is as good. */
  function giveUp() {
    if (!form.parentNode) return;
    engine = null;
    panel.remove();
    form.replaceWith(link);
    link.focus();
  }

  function show() {
    if (engine) {
      try {
        engine.show(box.value);
      } catch (error) {
        return giveUp();
      }
      clearTimeout(pause);
      pause = setTimeout(function () { aloud.textContent = status.textContent; }, 900);
      return;
    }
    panel.hidden = !box.value;
    // From a file the engine is there at once, and there are no words for waiting.
    status.textContent = place.dataset.wait || "";
  }

  /* The results have a style of their own, so that pages which nobody searches stay light. */
  function load() {
    box.onfocus = null;
    make("link", { rel: "stylesheet", href: assets + "search.css" }, document.head);
    var script = make("script", { src: assets + "search/" + document.documentElement.lang + ".js" }, document.head);
    script.onload = script.onerror = function () {
      try {
        engine = siteSearch.open(box, panel, link.getAttribute("href").slice(0, -"search.html".length), assets);
      } catch (error) {
        return giveUp();
      }
      show();
    };
    // What breaks later, when a button is pressed or more is loaded. From a file a browser does not say where it was.
    addEventListener("error", function (event) {
      if (!event.filename || /search/.test(event.filename)) giveUp();
    });
  }

  form.onsubmit = function () { return false; };
  box.onfocus = load;
  box.oninput = function () {
    clearTimeout(timer);
    timer = setTimeout(show, engine ? 90 : 0);
  };

  // Back must not show what was typed to whoever comes after.
  addEventListener("pagehide", function () {
    box.value = "";
    show();
  });
})();
