/*
 * The page of the planner: boxes for a plan, its clock, what to look at, its pack. The plan is kept in the address, after #, and
 * in a file that somebody saves; nothing is stored. Words and shapes come from templates of the page.
 */
"use strict";
(function () {
  var SPACE = /\s+/;
  var root = document.querySelector("[data-planner]");
  // An older browser keeps the ready plans and the way by hand.
  if (!root || !root.append || !root.remove || !root.closest || !("content" in document.createElement("template"))) return;
  function all(selector, inside) { return Array.prototype.slice.call((inside || document).querySelectorAll(selector)); }
  function part(name) { return document.querySelector("[data-part=" + name + "]").content.cloneNode(true); }

  var shape = document.querySelector("[data-part=words]").content;
  var words = {};
  all("[data-w]", shape).forEach(function (word) { words[word.dataset.w] = word.textContent; });
  root.append(part("form"));
  var known = read(), tab = document.title;
  var plan, daysBox = root.querySelector("[data-days]"), notesBox = root.querySelector("[data-notes]"), sum = root.querySelector("[data-sum]");

  /* What the page knows of sessions, papers, things and places. */
  function read() {
    var found = { sessions: {}, handouts: {}, things: {}, advice: {}, places: [], groups: [], regionOf: {}, placeName: {}, list: "h-organisation-list" };
    all("[data-session]").forEach(function (row) {
      var size = row.dataset.size.split(SPACE);
      found.sessions[row.dataset.session] = {
        title: row.querySelector("th").textContent.trim(), minutes: Number(row.dataset.minutes), short: Number(row.dataset.short) || 0,
        rests: (row.dataset.rests || "").split(SPACE).filter(Boolean).map(function (one) { return one.split(":").map(Number); }),
        parts: (row.dataset.parts || "").split(SPACE).filter(Boolean).map(Number),
        least: Number(size[0]), most: Number(size[1]), handouts: row.dataset.handouts.split(SPACE).filter(Boolean),
        supplies: row.dataset.supplies.split(SPACE).filter(Boolean).map(function (one) {
          var parts = one.split(":");
          return { thing: parts[0], count: Number(parts[1]), every: Number(parts[2]) };
        }),
        needs: all("[data-need]", row).map(function (need) {
          var next = need.nextElementSibling;
          return { session: need.dataset.need, what: need.textContent, otherwise: next && next.matches("[data-otherwise]") ? next.textContent : "" };
        })
      };
    });
    all("[data-paper]", shape).forEach(function (paper) {
      found.handouts[paper.dataset.paper] = { title: paper.textContent, each: Number(paper.dataset.each), team: !!paper.dataset.team, careful: !!paper.dataset.careful, pictured: !!paper.dataset.pictured };
    });
    all("[data-thing]", shape).forEach(function (thing) { found.things[thing.dataset.thing] = { name: thing.textContent, kept: !!thing.dataset.kept }; });
    all("option", root.querySelector("[data-f=place]")).forEach(function (place) {
      found.places.push(place.value);
      found.regionOf[place.value] = place.dataset.region;
      found.placeName[place.value] = place.textContent;
    });
    all("option", root.querySelector("[data-f=group]")).forEach(function (group) {
      found.groups.push(group.value);
      found.advice[group.value] = (group.dataset.handouts || "").split(SPACE).concat(found.list);
    });
    found.advice[""] = [found.list];
    return found;
  }

  function dayName(d) { return plan.days[d].label || ownPlan.said(words.day, { n: d + 1 }); }

  // From the plan to the page.

  function show() {
    all("[data-f]", root).forEach(function (box) { box.value = plan[box.dataset.f]; });
    root.querySelector("[data-calls]").checked = plan.calls;
    all("[data-edition]", root).forEach(function (box) { box.checked = plan.editions.indexOf(box.value) >= 0; });
    showDays();
    showHelpers();
    reckon();
  }

  function showDays() {
    daysBox.textContent = "";
    plan.days.forEach(function (day, d) {
      var box = part("day").firstElementChild;
      box.dataset.day = d;
      all("[data-d]", box).forEach(function (input) { input.value = day[input.dataset.d]; });
      box.querySelector("[data-do=drop-day]").hidden = plan.days.length < 2;
      day.items.forEach(function (item, n) { box.querySelector("[data-items]").append(slot(item, n, day.items.length)); });
      daysBox.append(box);
    });
    quietly(daysBox);
  }

  function slot(item, n, count) {
    var row = part("item").firstElementChild, what = row.querySelector(".what");
    row.dataset.at = n;
    what.append(part(item.session ? "session" : "other"));
    if (item.session) {
      var session = known.sessions[item.session], choice = what.querySelector("select");
      what.querySelector("strong").textContent = session.title;
      var minutes = ownPlan.lengths(session);
      all("option", choice).forEach(function (option) {
        if (minutes[option.value]) option.textContent = ownPlan.said(words[option.value], { n: minutes[option.value] });
        else option.remove();
      });
      choice.value = item.variant;
    } else {
      var name = item.own !== undefined ? words.own : words.pause;
      var text = what.querySelector("[data-i=text]");
      text.value = item.own !== undefined ? item.own : item.pause;
      text.placeholder = name;
      text.setAttribute("aria-label", name);
      what.querySelector("[data-i=minutes]").value = item.minutes;
    }
    row.querySelector("[data-do=up]").disabled = !n;
    row.querySelector("[data-do=down]").disabled = n === count - 1;
    return row;
  }

  function showHelpers() {
    var box = root.querySelector("[data-helpers]");
    box.textContent = "";
    plan.helpers.forEach(function (helper, n) {
      var row = part("helper").firstElementChild;
      row.dataset.helper = n;
      all("[data-h]", row).forEach(function (input) { input.value = helper[input.dataset.h]; });
      box.append(row);
    });
    quietly(box);
  }

  /* No list of earlier words, and no spelling checker that would send them away. */
  function quietly(box) {
    all("input,select", box).forEach(function (input) {
      input.setAttribute("autocomplete", "off");
      input.setAttribute("autocapitalize", "off");
      input.setAttribute("spellcheck", "false");
    });
  }

  /* The clock, what to look at, the sum, the address. */
  function reckon() {
    plan.days.forEach(function (day, d) {
      var box = daysBox.children[d], list = ownPlan.rows(day, known);
      box.querySelector("[data-name]").textContent = dayName(d);
      box.querySelector("[data-span]").textContent = list.length ? ownPlan.clock(list[0].starts) + "–" + ownPlan.clock(list[list.length - 1].ends) : "";
      list.forEach(function (row, n) { box.querySelector("[data-at='" + n + "']").querySelector(".clock").textContent = ownPlan.clock(row.starts) + "–" + ownPlan.clock(row.ends); });
    });
    var notes = sentences();
    var list = notesBox.querySelector("ul");
    list.textContent = "";
    notes.forEach(function (note) {
      var item = document.createElement("li");
      item.textContent = note;
      list.append(item);
    });
    notesBox.hidden = !notes.length;
    var papers = ownPlan.handouts(plan, known);
    sum.textContent = ownPlan.sessionsOf(plan).length ? ownPlan.said(words.sum, { days: plan.days.map(function (day, d) { return dayName(d); }).join("\u00a0·\u00a0"), sheets: papers.length }) : words.none;
    var code = "#" + ownPlan.address(plan);
    // Replaced, not added: Back would show every step again.
    try { history.replaceState(null, "", code); } catch (refused) { location.replace(code); }
    // Links of this page in other languages carry the plan along.
    var here = root.querySelector("[data-tongues]");
    here.textContent = "";
    all("a", document.querySelector(".tongues") || root.firstElementChild).forEach(function (link) {
      var copy = link.cloneNode(true);
      copy.href = link.href.split("#")[0] + code;
      here.append(copy, "\u00a0");
    });
    here.parentNode.hidden = !here.children.length;
    drop();
  }

  function sentences() {
    var left = ownPlan.left(plan, known).map(function (id) { return known.handouts[id].title; });
    var forms = plan.form === "plain" ? [words.careful] : [];
    if (left.length) forms.push(ownPlan.said(words["left-" + plan.form], { titles: left.join("\u00a0·\u00a0") }));
    return forms.concat(ownPlan.notes(plan, known).map(function (note) {
      var session = note.session && known.sessions[note.session].title;
      if (note.kind === "need") return ownPlan.said(words[note.need.otherwise ? "need" : "must"], { session: session, what: note.need.what, earlier: known.sessions[note.need.session].title, otherwise: note.need.otherwise });
      return ownPlan.said(words[note.kind === "pause" ? "pause-note" : note.kind], { session: session, day: dayName(note.day) });
    }));
  }

  // A pack that no longer fits its plan is taken away.

  function drop() {
    var old = document.getElementById("pack");
    if (old) old.remove();
    document.querySelector("main").classList.remove("has-pack");
    document.title = tab;
  }

  function make() {
    if (!ownPlan.sessionsOf(plan).length) { sum.textContent = words.none; return; }
    sum.textContent = words.loading;
    if (!window.planPack) {
      // Whoever only plans does not load what puts a pack together.
      var script = document.createElement("script"), waiting = 2;
      [root.dataset.pictures, root.dataset.pack + ".css"].forEach(function (name) {
        var style = document.createElement("link");
        style.rel = "stylesheet";
        style.href = name;
        style.onload = style.onerror = function () {
          waiting -= 1;
          if (!waiting) document.head.append(script);
        };
        document.head.append(style);
      });
      script.src = root.dataset.pack + ".js";
      script.onload = make;
      return;
    }
    planPack.load(root.dataset.pieces, planPack.needed(plan, known), function () {
      drop();
      var made = planPack.build(document.querySelector("[data-part=pack]"), plan, known, words, plan.form === "plain" ? [] : sentences(), dayName);
      // Only the pack is printed.
      document.querySelector("main").append(made.pack);
      document.querySelector("main").classList.add("has-pack");
      // A file that is printed bears the name of the tab.
      document.title = made.pack.querySelector("h1").textContent;
      var counted = planPack.count(made, words);
      sum.textContent = ownPlan.said(words.ready, { n: counted.sides, all: counted.all });
      made.pack.querySelector("h1").tabIndex = -1;
      made.pack.querySelector("h1").focus();
      made.pack.addEventListener("click", function (event) {
        if (event.target.dataset.do === "print") window.print();
        if (event.target.dataset.do === "back") { root.scrollIntoView(); root.querySelector("[data-do=make]").focus(); }
      });
    });
  }

  /* A plain file name tells nothing to whoever looks at the list of downloads. */
  function save() {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([ownPlan.file(plan, root.dataset.language, words)], { type: "text/yaml;charset=utf-8" }));
    link.download = "plan.yml";
    root.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  function open(input) {
    var file = input.files[0], reader = new FileReader();
    if (!file) return;
    reader.onload = function () {
      var found = file.size < 100000 && ownPlan.ofFile(reader.result, known);
      input.value = "";
      if (found) { plan = found; show(); } else sum.textContent = words.broken;
    };
    reader.readAsText(file);
  }

  // From the page to the plan.

  function taken(event) {
    var box = event.target, data = box.dataset;
    var day = box.closest("[data-day]"), row = box.closest("[data-at]"), helper = box.closest("[data-helper]");
    if (data.ready !== undefined) {
      var ready = box.value && ownPlan.ofAddress(box.value, known);
      plan.days = ready ? ready.days : [ownPlan.day()];
      root.querySelector("[data-calls]").checked = plan.calls = !!ready && ready.calls;
      showDays();
    } else if (data.f === "people") plan.people = ownPlan.whole(box.value, 1, 100, plan.people);
    else if (data.f === "team") plan.team = ownPlan.whole(box.value, 1, 12, plan.team);
    else if (data.f) plan[data.f] = data.f === "title" ? ownPlan.clean(box.value) : box.value;
    else if (data.calls !== undefined) plan.calls = box.checked;
    else if (data.edition !== undefined) plan.editions = all("[data-edition]:checked", root).map(function (one) { return one.value; });
    else if (data.d) plan.days[day.dataset.day][data.d] = data.d === "start" ? ownPlan.time(box.value) : ownPlan.clean(box.value);
    else if (data.h) plan.helpers[helper.dataset.helper][data.h] = ownPlan.clean(box.value);
    else if (data.i) {
      var item = plan.days[day.dataset.day].items[row.dataset.at];
      if (data.i === "variant") item.variant = box.value;
      else if (data.i === "minutes") item.minutes = ownPlan.whole(box.value, 1, 480, item.minutes);
      else item[item.own !== undefined ? "own" : "pause"] = ownPlan.clean(box.value);
    } else return;
    reckon();
  }

  function done(event) {
    var button = event.target.closest("[data-do]");
    if (!button) return;
    var what = button.dataset.do, day = button.closest("[data-day]"), row = button.closest("[data-at]");
    var items = day && plan.days[day.dataset.day].items, at = row && Number(row.dataset.at);
    if (what === "make") return make();
    if (what === "save") return save();
    if (what === "day") plan.days.push(ownPlan.day());
    else if (what === "drop-day") plan.days.splice(day.dataset.day, 1);
    else if (what === "helper") plan.helpers.push({ name: "", contact: "", told_by: "" });
    else if (what === "drop-helper") plan.helpers.splice(button.closest("[data-helper]").dataset.helper, 1);
    else if (what === "add") items.push(added(day.querySelector("[data-new]").value));
    else if (what === "up") items.splice(at - 1, 0, items.splice(at, 1)[0]);
    else if (what === "down") items.splice(at + 1, 0, items.splice(at, 1)[0]);
    else if (what === "again") items.splice(at + 1, 0, JSON.parse(JSON.stringify(items[at])));
    else if (what === "drop") items.splice(at, 1);
    var choice = day && day.querySelector("[data-new]").value;
    showDays();
    if (/helper/.test(what)) showHelpers();
    reckon();
    keepPlace(what, day && day.dataset.day, at, choice);
  }

  function added(value) {
    if (value === "-") return { pause: "", minutes: 15 };
    return value === "+" ? { own: "", minutes: 30 } : { session: value, variant: "full" };
  }

  /* The list was made anew: whoever works with keys stays where she was. */
  function keepPlace(what, d, at, choice) {
    var day = daysBox.children[d];
    if (what === "day") { daysBox.lastElementChild.querySelector("[data-d]").focus(); return; }
    if (what === "helper") { all("[data-h=name]", root).pop().focus(); return; }
    if (!day) return;
    day.querySelector("[data-new]").value = choice;
    if (what === "add") { day.querySelector("[data-do=add]").focus(); return; }
    var row = all("[data-at]", day)[at + { up: -1, down: 1, again: 1, drop: 0 }[what]];
    var button = row && row.querySelector("[data-do=" + what + "]");
    if (button && button.disabled) button = row.querySelector(what === "up" ? "[data-do=down]" : "[data-do=up]");
    (button || day.querySelector("[data-do=add]")).focus();
  }

  quiet(root);
  quietly(root);
  root.hidden = false;
  all("[data-without]").forEach(function (box) { box.hidden = true; });
  root.addEventListener("input", function (event) { if (event.target.dataset.open === undefined) taken(event); });
  root.addEventListener("change", function (event) { if (event.target.dataset.open !== undefined) open(event.target); });
  root.addEventListener("click", done);
  plan = ownPlan.ofAddress(location.hash, known) || ownPlan.empty();
  window.addEventListener("hashchange", function () {
    var found = ownPlan.ofAddress(location.hash, known);
    if (found && ownPlan.address(found) !== ownPlan.address(plan)) { found.helpers = plan.helpers; plan = found; show(); }
  });
  show();
})();
