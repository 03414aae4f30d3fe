/*
 * Makes the pocket edition better where scripts run: search in the file, and a word when the copy is old.
 * It asks for nothing, stores nothing, and leaves the address as it is.
 */
(function () {
  "use strict";
  var note = document.querySelector("[data-recheck]");
  if (new Date().toISOString().slice(0, 10) > note.getAttribute("data-recheck")) note.querySelector("[data-old]").hidden = false;

  document.querySelector(".leave").addEventListener("click", function (event) {
    event.preventDefault();
    document.documentElement.hidden = true;
    document.title = "";
    window.location.replace("about:blank");
  });

  /* Words without case, accents and the small differences of Arabic spelling. */
  function fold(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u0655\u0670\u0640]/g, "")
      .replace(/[أإآٱ]/g, "ا").replace(/ى/g, "ي").replace(/ة/g, "ه").replace(/ؤ/g, "و").replace(/ئ/g, "ي");
  }
  function wordsOf(text) {
    return fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).map(function (word) { return word.replace(/^ال(?=...)/, ""); });
  }

  quiet(document.querySelector("[data-find-part]"));
  var entries = Array.prototype.map.call(document.querySelectorAll("[data-find]"), function (element) {
    // What has an id is named by its heading; a question is a link already.
    var name = element.id ? element.querySelector("b, h3") || element : element.querySelector("a"), head = wordsOf(name.textContent);
    // Two words written as one are found, too: "frontline".
    var pairs = head.slice(1).map(function (word, n) { return head[n] + word; });
    return { name: name, href: element.id ? "#" + element.id : name.getAttribute("href"), head: head.concat(pairs), all: wordsOf(element.textContent) };
  });

  /* Whether two words differ by one letter added, lost or changed. */
  function isNear(one, other) {
    if (one.length < 4 || Math.abs(one.length - other.length) > 1) return false;
    var start = 0, end = 0, most = Math.min(one.length, other.length);
    while (start < most && one[start] === other[start]) start++;
    while (end < most - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
    return Math.max(one.length, other.length) - start - end <= 1;
  }

  function worth(word, words) {
    var best = 0;
    for (var n = 0; n < words.length && best < 3; n++) {
      if (words[n] === word) best = 3;
      else if (word.length > 1 && words[n].indexOf(word) === 0) best = Math.max(best, 2);
      else if (best < 1 && isNear(word, words[n])) best = 1;
    }
    return best;
  }

  var box = document.getElementById("find");
  var results = document.querySelector("[data-search-results]");
  function find() {
    var query = wordsOf(box.value);
    var found = entries.map(function (entry) {
      var sum = 0;
      for (var n = 0; n < query.length; n++) {
        var head = worth(query[n], entry.head), all = head || worth(query[n], entry.all);
        if (!all) return [0, entry];
        sum += head ? head * 3 + 1 / entry.head.length : all * 10 / (10 + entry.all.length);
      }
      return [sum, entry];
    }).filter(function (pair) { return pair[0] > 0; }).sort(function (a, b) { return b[0] - a[0]; }).slice(0, 12);
    var list = document.createElement("ul");
    found.forEach(function (pair) {
      var link = list.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
      link.href = pair[1].href;
      for (var node = pair[1].name.firstChild; node; node = node.nextSibling) link.appendChild(node.cloneNode(true));
    });
    results.textContent = "";
    if (found.length) results.appendChild(list);
    document.querySelector("[data-nothing]").hidden = found.length > 0 || !query.length;
  }
  box.addEventListener("input", find);
  document.querySelector("[data-find-part]").hidden = false;
})();
