/*
 * Lets a letter be filled in on the device. All of it stays in this page's memory: nothing is stored, nothing is sent, and leaving
 * the page clears it. Without script the same page is the printable form.
 *
 * Sentences that stand are marked `data-word`: in the page's language they are the visible text, in the others a line of
 * `data-words-es` and so on, in the same order. Gaps that take answers of an incident report name its questions, one a line.
 */
(function () {
  "use strict";
  var root = document.querySelector("[data-letter]");
  if (!root) return;
  quiet(root);

  var form = root.querySelector("[data-form]");
  var made = root.querySelector("[data-made]");
  var printout = root.querySelector("[data-printout]");
  var pasted = root.querySelector("[data-pasted]");
  var marked = all(root, "[data-word]");
  var links = [];
  var carried = [];

  function all(from, what) { return Array.prototype.slice.call(from.querySelectorAll(what)); }
  function chosen() { return root.querySelector("input[name=tongue]:checked"); }
  function say(what) { root.querySelector("[data-said=" + what + "]").hidden = false; }

  /* A sentence that stands, in the chosen language. */
  function sentence(part) {
    var others = root.getAttribute("data-words-" + chosen().value);
    return others === null ? part.textContent.trim() : others.split("\n")[marked.indexOf(part)];
  }

  /* The letter: sentences and filled gaps in their order. What is for the group alone, and what is empty, is left out. */
  function plain() {
    var out = [];
    all(form, "[data-part]").forEach(function (part) {
      if (part.hasAttribute("data-private")) return;
      var box = part.querySelector("textarea");
      var text = box ? box.value.trim() : sentence(part);
      if (text) out.push(text);
    });
    return out.join("\n\n") + "\n";
  }

  function refresh() {
    made.value = plain();
    made.lang = chosen().value;
    made.dir = chosen().getAttribute("data-dir");
    all(root, "[data-said]").forEach(function (said) { said.hidden = true; });
  }

  /* Answers of a pasted report by their questions: an answer stands below its question, up to an empty line. */
  function answers(report) {
    var found = {};
    report.split(/\n\s*\n/).forEach(function (block) {
      var lines = block.trim().split("\n");
      if (lines.length > 1) found[lines[0].trim()] = lines.slice(1).join("\n").trim();
    });
    return found;
  }

  /* Fill empty gaps from a report, and those that it filled before. Whoever wrote something keeps it. */
  function carry() {
    var found = answers(pasted.value.replace(/\r/g, "").replace(/^\ufeff/, ""));
    var empty = form.getAttribute("data-form").split("\n");
    var some = false;
    all(form, "[data-carries]").forEach(function (gap, n) {
      var box = gap.querySelector("textarea");
      var taken = gap.getAttribute("data-carries").split("\n").map(function (question) { return found[question]; });
      taken = taken.filter(function (answer) { return answer && empty.indexOf(answer) < 0; });
      var text = taken.join("\n");
      if (text && (!box.value.trim() || box.value === carried[n])) {
        box.value = carried[n] = text;
        some = true;
      }
    });
    refresh();
    if (some) say("carry");
  }

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
  function save() {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + plain()], { type: "text/plain;charset=utf-8" }));
    link.download = "notes.txt";
    root.appendChild(link);
    link.click();
    root.removeChild(link);
    links.push(link.href);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  function print() {
    printout.textContent = made.value;
    printout.lang = made.lang;
    printout.dir = made.dir;
    printout.hidden = false;
    document.body.classList.add("prints-report");
    window.print();
  }
  window.addEventListener("afterprint", function () {
    document.body.classList.remove("prints-report");
    printout.hidden = true;
    printout.textContent = "";
  });

  /* Undo would bring the words back: fresh boxes have nothing to undo. */
  function fresh(box) {
    var other = box.cloneNode(false);
    other.value = "";
    box.parentNode.replaceChild(other, box);
    return other;
  }

  function forget() {
    all(form, "textarea").forEach(fresh);
    if (pasted) pasted = fresh(pasted);
    carried = [];
    all(root, "input").forEach(function (input) { input.checked = input.defaultChecked; });
    printout.textContent = "";
    links.splice(0).forEach(function (link) { URL.revokeObjectURL(link); });
    made = fresh(made);
    refresh();
  }

  root.addEventListener("input", function (event) {
    if (event.target === pasted) carry();
    else refresh();
  });
  root.addEventListener("change", refresh);
  root.addEventListener("click", function (event) {
    var what = event.target.getAttribute && event.target.getAttribute("data-do");
    if (what === "copy") copy();
    if (what === "text") save();
    if (what === "print") print();
    if (what === "forget") { forget(); say("forget"); }
  });
  // Leaving by any way clears the page before the browser can keep it in memory; coming back finds an empty form.
  window.addEventListener("pagehide", forget);
  window.addEventListener("pageshow", forget);

  all(root, "[data-tools]").forEach(function (part) { part.hidden = false; });
  document.querySelector("[data-plain]").hidden = true;
  refresh();
})();
