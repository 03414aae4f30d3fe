/*
 * Makes the "Leave this page" link better where scripts run.
 *
 * Without script it is a plain link, and Back returns to this page. With script the page goes blank at once and the
 * neutral page takes this page's place, so that Back goes to the page before. Nothing erases the browser's history.
 */
(function () {
  "use strict";
  var link = document.querySelector("[data-leave]");
  if (!link) return;
  // In a copy on files, going online would itself be a trace: a neutral page of the copy opens instead. The address changes
  // before anybody touches the link, because browsers already connect while it is pressed.
  // In a copy for files the link leads there already.
  var own = link.getAttribute("data-leave");
  if (own && location.protocol === "file:") link.href = own;

  function leave(event) {
    if (event) event.preventDefault();
    // Somebody may be looking over her shoulder: blank first, then load.
    document.documentElement.hidden = true;
    document.title = "";
    location.replace(link.href);
  }

  link.addEventListener("click", leave);

  // Shift three times within five seconds. Not Escape: Tor Browser and screen readers use it. Not while somebody writes in a
  // box of several lines: Shift is a letter there, and nothing keeps what she wrote. The link stays.
  var presses = [];
  document.addEventListener("keyup", function (event) {
    if (event.keyCode !== 16 || event.target.nodeName === "TEXTAREA") {
      presses = [];
      return;
    }
    presses = presses.filter(function (time) { return event.timeStamp - time < 5000; });
    presses.push(event.timeStamp);
    if (presses.length >= 3) leave();
  });

  // Forward could bring back the blanked page from the browser's memory: show it again instead of an empty window.
  addEventListener("pageshow", function (event) {
    if (event.persisted) document.documentElement.hidden = false;
  });
})();
