/*
 * Brings the script that keeps the place in a change of language (assets/tongues.js) once the reader moves in the page, or
 * comes from another language. Who reads the first screen does not wait for it.
 */
(function () {
  "use strict";
  var here = document.currentScript.src;

  function bring() {
    removeEventListener("scroll", bring);
    document.head.appendChild(document.createElement("script")).src = here.replace("page.js", "tongues.js");
  }

  if (!document.querySelector(".tongues")) return;
  addEventListener("scroll", bring);
  if (/^#at-/.test(location.hash)) bring();
})();
