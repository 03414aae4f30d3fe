/* In the preview alone: a page comes again when what it shows was built anew. The server answers a question when there is something newer. */
(function () {
  "use strict";
  function ask(epoch) {
    var request = new XMLHttpRequest();
    request.onloadend = function () {
      var newest = parseFloat(this.responseText);
      if (this.status === 200 && epoch && newest > epoch) location.reload();
      // A server that was stopped comes back in a while; one that answers is asked again at once.
      else setTimeout(function () { ask(this.status === 200 ? newest : epoch); }.bind(this), this.status === 200 ? 0 : 3000);
    };
    request.open("GET", "/livereload/" + epoch + "/" + Date.now());
    request.send();
  }
  window.addEventListener("load", function () { ask(0); });
}());
