/*
 * The page that checks another copy: hands the chosen files to check.js and says in words what it found.
 * Nothing is sent: the files are read by this page alone.
 */
(function () {
  "use strict";
  var box = document.querySelector("[data-verify]");
  if (!box) return;
  // A browser without whole numbers of any length cannot even read check.js: it says so, and where to go.
  if (typeof copyCheck === "undefined") {
    document.querySelector("[data-verify-off]").hidden = true;
    document.querySelector("[data-verify-old]").hidden = false;
    return;
  }
  var UNSURE = ["no-key", "bad-key", "not-checked", "no-folder", "empty-folder"];
  var result = box.querySelector("[data-result]"), words = {};
  box.querySelectorAll("[data-code]").forEach(function (item) { words[item.dataset.code] = item.textContent.trim(); });
  quiet(box);
  document.querySelector("[data-verify-off]").hidden = true;
  box.hidden = false;

  function line(name, text, detail) {
    var part = document.createElement(name);
    part.textContent = text;
    if (detail) {
      var value = document.createElement("bdi");
      value.dir = "ltr";
      value.textContent = detail;
      part.append("\u0020", value);
    }
    return part;
  }

  /* First which place and which key, then the result, then why. */
  function show(place, keyIds, found) {
    var list = document.createElement("ul"), isUnsure = UNSURE.indexOf((found.reasons[0] || [])[0]) >= 0;
    var head = isUnsure ? "not-checked" : ["genuine", "not-genuine", "expired", "genuine-but"][found.result];
    found.reasons.slice(0, 20).forEach(function (reason) { list.append(line("li", words[reason[0]] || reason[0], reason[1])); });
    if (found.reasons.length > 20) list.append(line("li", words.more, String(found.reasons.length - 20)));
    if (found.said) {
      ["version", "date", "expires", "key"].forEach(function (name) { list.append(line("li", words[name], String(found.said[name]))); });
      list.append(line("li", words.phrase, found.phrase.words), line("li", words.digits, found.phrase.digits));
      found.strays.slice(0, 20).forEach(function (stray) { list.append(line("li", words[stray[0]], stray[1])); });
      if (found.strays.length > 20) list.append(line("li", words.more, String(found.strays.length - 20)));
      if (found.isEarly) list.append(line("li", words.clock, today()));
      if (found.left) list.prepend(line("li", words.parts, String(found.left)));
    }
    result.className = found.result ? "warn" : "";
    result.dataset.state = String(found.result);
    var first = document.createElement("ul");
    if (place) first.append(line("li", words.place, place));
    keyIds.forEach(function (id) { first.append(line("li", words["with-key"], id)); });
    result.textContent = "";
    result.append(first, line("strong", words[head]), list);
  }

  function reader(file) { return async function () { return new Uint8Array(await file.arrayBuffer()); }; }

  async function keys() {
    var own = box.querySelector("[data-key]").files;
    if (own.length) return Promise.all(Array.from(own, function (file) { return file.text(); }));
    return Array.from(box.querySelectorAll("[data-public-key]"), function (key) { return key.textContent; });
  }

  /* The day of this device, as its owner reads it. */
  function today() {
    var now = new Date();
    return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  async function run(chosen, isPart) {
    result.className = "";
    result.dataset.state = "";
    result.textContent = "";
    var place = "", given = [];
    function wrong(code, detail) { show(place, given, { result: 1, reasons: [[code, detail || ""]] }); }
    var files = Array.from(chosen, function (file) {
      var path = file.webkitRelativePath;
      if (path) place = path.slice(0, path.indexOf("/"));
      return { path: path ? path.slice(path.indexOf("/") + 1) : file.name, read: reader(file) };
    });
    if (isPart) place = files.slice(0, 3).map(function (file) { return file.path; }).join(",\u0020") + (files.length > 3 ? "…" : "");
    var texts = await keys();
    try {
      if (texts.length) given = copyCheck.ids(texts);
    } catch (error) {
      return wrong.apply(null, (error.reasons || [["not-checked", ""]])[0]);
    }
    if (!files.length) return wrong("empty-folder");
    if (isPart && files.every(function (file) { return /\.(zip|pub)$/i.test(file.path); })) return wrong("no-folder", place);
    show(place, given, await copyCheck.check(files, texts, {
      today: today(), isPart: isPart, atLeast: Number(box.querySelector("#at-least").value) || 0,
      tell: function (done, all) { if (done % 200 === 0) result.textContent = done + "/" + all; },
    }));
  }

  box.querySelector("[data-folder]").addEventListener("change", function () { run(this.files, false); });
  box.querySelector("[data-files]").addEventListener("change", function () { run(this.files, true); });
})();
