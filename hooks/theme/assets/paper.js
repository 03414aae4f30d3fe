/*
 * Opens what is folded before the page is printed, and folds it again: browsers before 2024 print a folded part folded.
 */
(function () {
  "use strict";
  var opened = [];
  function open() {
    Array.prototype.forEach.call(document.querySelectorAll("details:not([open])"), function (part) {
      part.setAttribute("open", "");
      opened.push(part);
    });
  }
  function fold() {
    opened.splice(0).forEach(function (part) { part.removeAttribute("open"); });
  }
  window.addEventListener("beforeprint", open);
  window.addEventListener("afterprint", fold);
  // Safari before 13 knows neither.
  var paper = !("onbeforeprint" in window) && window.matchMedia && window.matchMedia("print");
  if (paper && paper.addListener) paper.addListener(function (media) { if (media.matches) open(); else fold(); });
})();
