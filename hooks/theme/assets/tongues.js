/*
 * A change of language keeps the place: the link leads to the part that was on the screen, which has the same name in every
 * language, or, in a long list without names, as far down. Without script it leads to the top of the same page.
 * It comes when the reader moves in the page (page/moved.js): who reads the first screen need not wait for it.
 */
(function () {
  "use strict";
  var tongues = document.querySelector(".tongues");
  var seen, timer;

  function length() { return document.documentElement.scrollHeight - innerHeight; }

  function look() {
    var parts = document.querySelector("article").querySelectorAll("[id]"), n, box;
    seen = "";
    if (pageYOffset < 200) return;
    for (n = 0; n < parts.length; n++) {
      box = parts[n].getBoundingClientRect();
      if (box.height && box.top < 150 && box.top > -innerHeight) seen = parts[n].id;
    }
    if (!seen) seen = "at-" + Math.round(pageYOffset / length() * 1000);
  }

  // On a telephone the languages stand on top: who goes up to them was elsewhere a moment ago.
  function moved() {
    clearTimeout(timer);
    timer = setTimeout(look, pageYOffset < 200 ? 9000 : 300);
  }

  addEventListener("scroll", moved);
  moved();

  tongues.addEventListener("click", function (event) {
    if (seen && event.target.href) event.target.hash = seen;
  });

  var far = /^#at-(\d+)$/.exec(location.hash);
  if (far) scrollTo(0, far[1] / 1000 * length());
})();
