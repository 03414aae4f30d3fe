/*
 * Real boxes in place of those that are drawn for paper. Chromium tells its maker about every box of a page, but for those of a
 * form that leads to a search, so they stand in one. It is never sent: nothing in it sends, and the page's policy forbids it.
 */
function quiet(root) {
  "use strict";
  var PREFIX = "data-box-";
  var form = document.createElement("form");
  form.action = "search/";
  form.onsubmit = function () { return false; };
  root.parentNode.replaceChild(form, root);
  form.appendChild(root);

  /* Settings of the real box stand on the drawn one as data-box-…; all else, such as its id, is its own. */
  Array.prototype.forEach.call(root.querySelectorAll("[data-box]"), function (drawn) {
    // A field of the report says no more than that it has a box: its page is the heaviest of all.
    var kind = drawn.getAttribute("data-box") || "textarea";
    var box = document.createElement(kind === "textarea" ? kind : "input");
    if (kind !== "textarea") box.type = kind;
    // No list of earlier words, and no spelling checker that would send them away.
    box.setAttribute("autocomplete", "off");
    box.setAttribute("autocapitalize", "off");
    box.setAttribute("spellcheck", "false");
    Array.prototype.forEach.call(drawn.attributes, function (one) {
      if (one.name.indexOf(PREFIX) === 0) box.setAttribute(one.name.slice(PREFIX.length), one.value);
      else if (one.name !== "data-box") box.setAttribute(one.name, one.value);
    });
    if (kind === "textarea") box.dir = "auto";
    if (!box.id) box.id = "i-" + drawn.parentNode.id.slice(2);
    if (!drawn.hasAttribute("data-box-rows") && kind === "textarea") box.rows = 2;
    var label = root.querySelector("[data-for=" + box.id + "]") || drawn.parentNode.querySelector("label");
    if (label) label.htmlFor = box.id;
    drawn.parentNode.replaceChild(box, drawn);
  });
}
