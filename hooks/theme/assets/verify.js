/*
 * The page that checks another copy: hands the chosen files to check.js and says in words what it found.
 * Nothing is sent: the files are read by this page alone.
 */
(function () {
  "use strict";
  var box = document.querySelector("[data-verify]");
  if (!box || typeof copyCheck === "undefined") return;
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

  function show(found) {
    var list = document.createElement("ul"), isUnsure = ["no-key", "bad-key", "not-checked"].indexOf((found.reasons[0] || [])[0]) >= 0;
    var head = found.result === 0 ? "genuine" : found.result === 2 ? "expired" : isUnsure ? "not-checked" : "not-genuine";
    found.reasons.slice(0, 20).forEach(function (reason) { list.append(line("li", words[reason[0]] || reason[0], reason[1])); });
    if (found.reasons.length > 20) list.append(line("li", words.more, String(found.reasons.length - 20)));
    if (found.said) {
      ["version", "date", "expires", "key"].forEach(function (name) { list.append(line("li", words[name], String(found.said[name]))); });
      list.append(line("li", words.phrase, found.phrase.words), line("li", words.digits, found.phrase.digits));
      if (found.left) list.prepend(line("li", words.parts, String(found.left)));
    }
    result.className = found.result ? "warn" : "";
    result.dataset.state = String(found.result);
    result.replaceChildren(line("strong", words[head]), list);
  }

  function reader(file) { return async function () { return new Uint8Array(await file.arrayBuffer()); }; }

  async function keys() {
    var own = box.querySelector("[data-key]").files;
    if (own.length) return Promise.all(Array.from(own, function (file) { return file.text(); }));
    return Array.from(box.querySelectorAll("[data-public-key]"), function (key) { return key.textContent; });
  }

  async function run(chosen, isPart) {
    if (!chosen.length) return;
    result.className = "";
    result.dataset.state = "";
    var files = Array.from(chosen, function (file) {
      var path = file.webkitRelativePath;
      return { path: path ? path.slice(path.indexOf("/") + 1) : file.name, read: reader(file) };
    });
    // The day of this device, as its owner reads it.
    var now = new Date(), today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    show(await copyCheck.check(files, await keys(), {
      today: today, isPart: isPart, atLeast: Number(box.querySelector("#at-least").value) || 0,
      tell: function (done, all) { if (done % 200 === 0) result.textContent = done + "/" + all; },
    }));
  }

  box.querySelector("[data-folder]").addEventListener("change", function () { run(this.files, false); });
  box.querySelector("[data-files]").addEventListener("change", function () { run(this.files, true); });
})();
