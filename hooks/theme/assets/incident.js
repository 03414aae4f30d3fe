/*
 * Lets the incident report be filled in on the device. All of it stays in this page's memory: nothing is stored, nothing is
 * sent, and leaving the page clears it. Without script the same page is the printable form.
 *
 * Words come from the page. What a report says is marked `data-word`: in the page's language it is the visible text, in the
 * others the words of `report/es.js` and so on, in the same order. Such a file, the same for everybody, is asked for when its
 * language is chosen; nothing of what was written goes with it. Where it cannot be had, the page's language is chosen again.
 */
(function () {
  "use strict";
  var root = document.querySelector("[data-report]");
  // A browser that cannot do all of this keeps the form for paper, as without script.
  if (!root || !document.body.classList || !document.implementation.createHTMLDocument || !("hidden" in root)) return;
  quiet(root);

  var form = root.querySelector("[data-form]");
  var fields = all(form, "[data-field]");
  var made = root.querySelector("[data-made]");
  var printout = root.querySelector("[data-printout]");
  var marked = all(root, "[data-word]");
  var own = document.documentElement.lang;
  var others = {};
  var links = [];

  function all(from, what) { return Array.prototype.slice.call(from.querySelectorAll(what)); }
  function chosen(name) { return root.querySelector("input[name=" + name + "]:checked"); }
  function tongueOf(code) { return root.querySelector("input[name=tongue][value=" + code + "]"); }
  /* The language that was chosen, once its words are there. */
  function spoken() { return others[chosen("tongue").value] ? chosen("tongue").value : own; }
  function has(field, level, body) { return (field.getAttribute("data-" + level) || "").split(/ /).indexOf(body) >= 0; }

  /* The marked words of a part of the page, in a language; none where nothing is marked. */
  function words(part, tongue) {
    var element = part.hasAttribute("data-word") ? part : part.querySelector("[data-word]");
    if (!element) return "";
    return others[tongue] ? others[tongue][marked.indexOf(element)] : element.textContent.trim();
  }

  /* What is written in a field, its options in the given language; empty when nothing is. */
  function answer(field, tongue) {
    var box = field.querySelector("textarea");
    if (box) return box.value.trim();
    return all(field, "input:checked").map(function (input) { return words(input.parentNode, tongue); }).join(root.getAttribute("data-and"));
  }

  /* Whether the report for `whom` cannot do without a field, and whether it asks for it at all. */
  function isEssential(field, whom) {
    return whom === "urgent" ? field.hasAttribute("data-urgent") : has(field, "essential", whom);
  }
  function isAsked(field, whom) {
    return whom === "all" || isEssential(field, whom) || has(field, "helpful", whom);
  }

  /* The report as pairs under headings: essential fields always, all others when they are filled in. */
  function report(whom, tongue) {
    var parts = [];
    all(form, "[data-section]").forEach(function (section) {
      var lines = [];
      all(section, "[data-field]").forEach(function (field) {
        var text = answer(field, tongue);
        if (isEssential(field, whom) || (text && isAsked(field, whom))) {
          lines.push([words(field, tongue), text || words(marked[1], tongue)]);
        }
      });
      if (lines.length) parts.push([words(section, tongue), lines]);
    });
    return parts;
  }

  function title(whom, tongue) {
    var body = words(chosen("whom").parentNode, tongue);
    return words(marked[0], tongue) + (body ? root.getAttribute("data-for") + body : "");
  }

  function plain(whom, tongue) {
    var out = [title(whom, tongue), ""];
    report(whom, tongue).forEach(function (part) {
      out.push(root.getAttribute("data-heading").replace("#", part[0]), "");
      part[1].forEach(function (line) { out.push(line[0], line[1], ""); });
    });
    return out.join("\n");
  }

  /* The same for printing, as a page of its own without script or address. Everything typed is escaped by the browser. */
  function page(whom, tongue) {
    var other = document.implementation.createHTMLDocument(title(whom, tongue));
    function add(to, name, text) {
      var element = other.createElement(name);
      if (text) element.textContent = text;
      to.appendChild(element);
      return element;
    }
    other.documentElement.lang = tongue;
    other.documentElement.dir = tongueOf(tongue).getAttribute("data-dir");
    var meta = other.createElement("meta");
    meta.setAttribute("charset", "utf-8");
    other.head.insertBefore(meta, other.head.firstChild);
    add(other.body, "h1", title(whom, tongue));
    report(whom, tongue).forEach(function (part) {
      add(other.body, "h2", part[0]);
      var list = add(other.body, "dl");
      part[1].forEach(function (line) {
        add(list, "dt", line[0]);
        add(list, "dd", line[1]).dir = "auto";
      });
    });
    // The style goes in as text: as an element it would break this page's own policy, which such documents share.
    var style = "<style>" + root.getAttribute("data-style") + "</style>";
    return root.getAttribute("data-type") + "\n" + other.documentElement.outerHTML.replace("</head>", style + "</head>");
  }

  function refresh() {
    var whom = chosen("whom").value, tongue = spoken();
    fields.forEach(function (field) { field.hidden = !isAsked(field, whom); });
    all(form, "[data-section]").forEach(function (section) {
      section.hidden = !section.querySelector("[data-field]:not([hidden])");
    });
    all(root, "[data-progress]").forEach(function (line) {
      var body = line.getAttribute("data-progress");
      var essential = fields.filter(function (field) { return has(field, "essential", body); });
      var filled = essential.filter(function (field) { return answer(field, tongue); }).length;
      line.querySelector("[data-filled]").textContent = filled;
      line.querySelector("[data-done]").hidden = filled < essential.length;
      line.querySelector("[data-open]").hidden = filled === essential.length;
    });
    var missing = fields.filter(function (field) { return isEssential(field, whom) && !answer(field, tongue); });
    var list = root.querySelector("[data-missing]");
    list.textContent = "";
    list = list.appendChild(document.createElement("ul"));
    missing.forEach(function (field) {
      var link = document.createElement("a");
      link.href = "#" + field.id;
      link.textContent = field.querySelector(".ask").textContent;
      list.appendChild(document.createElement("li")).appendChild(link);
    });
    root.querySelector("[data-missing-part]").hidden = !missing.length;
    root.querySelector("[data-none-missing]").hidden = missing.length > 0;
    made.value = plain(whom, tongue);
    made.lang = tongue;
    all(root, "[data-said]").forEach(function (said) { said.hidden = true; });
  }

  function say(what) { root.querySelector("[data-said=" + what + "]").hidden = false; }

  /* Copying by selection works from files and in old browsers; the newer way needs a secure address. */
  function copy() {
    made.focus();
    made.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    if (done) { say("copy"); return; }
    if (navigator.clipboard) navigator.clipboard.writeText(made.value).then(function () { say("copy"); }, function () {});
  }

  /* A plain file name tells nothing to whoever looks at the list of downloads. */
  function save(text, kind, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: kind + ";charset=utf-8" }));
    link.download = name;
    root.appendChild(link);
    link.click();
    root.removeChild(link);
    links.push(link.href);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  function print() {
    printout.textContent = made.value;
    printout.lang = made.lang;
    printout.dir = tongueOf(spoken()).getAttribute("data-dir");
    printout.hidden = false;
    document.body.classList.add("prints-report");
    window.print();
  }
  window.addEventListener("afterprint", function () {
    document.body.classList.remove("prints-report");
    printout.hidden = true;
    printout.textContent = "";
  });

  function forget() {
    all(form, "textarea").forEach(function (box) { box.value = ""; });
    // For whom the report was says much, too.
    all(root, "input").forEach(function (input) { input.checked = input.defaultChecked; });
    printout.textContent = "";
    links.splice(0).forEach(function (link) { URL.revokeObjectURL(link); });
    refresh();
    // Undo would bring the words back: fresh boxes have nothing to undo.
    all(form, "textarea").forEach(function (box) { box.parentNode.replaceChild(box.cloneNode(false), box); });
    made.parentNode.replaceChild(made = made.cloneNode(false), root.querySelector("[data-made]"));
    made.value = plain(chosen("whom").value, spoken());
  }

  window.reportWords = function (found) {
    others[found[0]] = found[1];
    refresh();
  };

  function bring() {
    var wanted = chosen("tongue").value, script;
    if (wanted === own || others[wanted]) return;
    script = document.head.appendChild(document.createElement("script"));
    script.onerror = function () {
      tongueOf(own).checked = true;
      refresh();
    };
    script.src = root.getAttribute("data-assets") + "report/" + wanted + ".js";
  }

  root.addEventListener("input", refresh);
  root.addEventListener("change", function () {
    bring();
    refresh();
  });
  root.addEventListener("click", function (event) {
    var what = event.target.getAttribute && event.target.getAttribute("data-do");
    var whom = chosen("whom").value, tongue = spoken();
    if (what === "copy") copy();
    if (what === "text") save("\ufeff" + plain(whom, tongue), "text/plain", "notes.txt");
    if (what === "page") save(page(whom, tongue), "text/html", "notes.html");
    if (what === "print") print();
    if (what === "forget") { forget(); say("forget"); }
  });
  // Leaving by any way clears the page before the browser can keep it in memory; coming back finds an empty form.
  window.addEventListener("pagehide", forget);
  window.addEventListener("pageshow", forget);

  all(root, "[data-tools]").forEach(function (part) { part.hidden = false; });
  if (!window.Blob || !window.URL || !URL.createObjectURL) {
    all(root, "[data-do=text],[data-do=page]").forEach(function (button) { button.hidden = true; });
  }
  document.querySelector("[data-plain]").hidden = true;
  refresh();
})();
