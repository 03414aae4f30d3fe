/*
 * Makes the pocket edition better where scripts run: a word when the copy is old, and an exit that leaves no page behind.
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
})();
