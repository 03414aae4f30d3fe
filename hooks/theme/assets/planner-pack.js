/*
 * The pack of a plan: loads the pieces that it needs, puts them in order, sets the real clock, counts copies and sides.
 * A piece is a small script that hands over a tree of its parts: a page opened from a file may load nothing else.
 */
"use strict";
var planPack = (function () {
  var SIDE = 266; // Millimetres of text on a printed side, less what stays empty because nothing is torn.
  var pieces = {};

  window.sitePiece = function (name, parts) { pieces[name] = parts; };

  /* Pieces that are missing (small copies have none) are left to the caller: it names their sheets. */
  function load(folder, names, done) {
    var left = 1;
    function one() { left -= 1; if (!left) done(); }
    names.forEach(function (name) {
      if (pieces[name]) return;
      left += 1;
      var script = document.createElement("script");
      script.src = folder + name + ".js";
      script.onload = script.onerror = function () { script.remove(); one(); };
      document.head.appendChild(script);
    });
    one();
  }

  function needed(plan, known) {
    var names = ownPlan.sessionsOf(plan).map(function (one) { return "session-" + one.id; });
    names = names.concat(ownPlan.handouts(plan, known).filter(function (id) { return id !== known.list; }).map(function (id) { return "handout-" + id; }));
    if (plan.editions.indexOf("handouts") >= 0) names.push("list-" + plan.place);
    if (plan.group) names.push("group-" + plan.group);
    return names.filter(function (name, n) { return names.indexOf(name) === n; });
  }

  /* A tree of plain parts as elements: no text of it can become markup. */
  function elementOf(node) {
    if (typeof node === "string") return document.createTextNode(node);
    var element = document.createElement(node[0]);
    Object.keys(node[1]).forEach(function (name) { element.setAttribute(name, node[1][name]); });
    node[2].forEach(function (part) { element.append(elementOf(part)); });
    return element;
  }

  /* A sheet that this copy does not have: its title and the way to it. */
  function standIn(title, href, words) {
    var section = document.createElement("section"), heading = document.createElement("h2"), line = document.createElement("p"), link = document.createElement("a");
    section.className = "sheet";
    heading.textContent = title;
    link.href = link.textContent = href;
    line.append(words.missing, "\u00a0", link);
    section.append(heading, line);
    return section;
  }

  function cell(row, n, text) { row.children[n].textContent = text; }

  /* Fills a table that holds one sample row. */
  function fill(table, list, each) {
    var body = table.querySelector("tbody"), sample = body.rows[0];
    list.forEach(function (one) {
      var row = sample.cloneNode(true);
      each(row, one);
      body.append(row);
    });
    sample.remove();
  }

  function running(pack, plan, known, words, dayName) {
    var place = pack.querySelector("[data-running]"), sample = place.querySelector("table");
    plan.days.forEach(function (day, d) {
      if (!day.items.length) return;
      var table = sample.cloneNode(true), list = ownPlan.rows(day, known), names = table.caption.querySelectorAll("bdi");
      names[0].textContent = dayName(d);
      names[1].textContent = ownPlan.clock(list[0].starts) + "–" + ownPlan.clock(list[list.length - 1].ends);
      fill(table, list, function (row, one) {
        var item = one.item;
        row.querySelector(".clock").textContent = ownPlan.clock(one.starts) + "–" + ownPlan.clock(one.ends);
        row.cells[1].querySelector("bdi").textContent = item.session ? known.sessions[item.session].title : item.own !== undefined ? item.own || words.own : item.pause || words.pause;
        if (item.variant === "short") row.cells[1].append("\u00a0(" + words["is-short"] + ")");
        if (item.pause !== undefined) row.className = "pause";
        cell(row, 2, ownPlan.said(words.min, { n: one.ends - one.starts }));
      });
      place.append(table);
    });
    sample.remove();
  }

  /* Each session once for each variant, with its times; its steps stand on the real clock where it is held once. */
  function held(plan, known) {
    var found = [];
    plan.days.forEach(function (day) {
      ownPlan.rows(day, known).forEach(function (row) {
        if (!row.item.session) return;
        var same = found.filter(function (one) { return one.id === row.item.session && one.variant === row.item.variant; })[0];
        if (!same) found.push(same = { id: row.item.session, variant: row.item.variant, times: [] });
        same.times.push(row);
      });
    });
    return found;
  }

  function lead(one, known, words) {
    var parts = pieces["session-" + one.id], title = known.sessions[one.id].title;
    if (!parts) return standIn(title, "print/session-" + one.id + "-facilitator.html", words);
    var section = elementOf(parts[one.variant]);
    section.querySelector(".times").textContent = one.times.map(function (row) { return ownPlan.clock(row.starts) + "–" + ownPlan.clock(row.ends); }).join("\u00a0·\u00a0");
    if (one.times.length > 1) return section;
    var table = section.querySelector(".steps");
    Array.prototype.forEach.call(table.querySelectorAll(".clock"), function (clock) {
      clock.textContent = clock.textContent.replace(/(\d+):(\d\d)/g, function (all, hours, minutes) {
        return ownPlan.clock(one.times[0].starts + Number(hours) * 60 + Number(minutes));
      });
    });
    return section;
  }

  function keep(id, plan, known, words) {
    var parts = pieces["session-" + id];
    if (!parts) return standIn(known.sessions[id].title, "print/session-" + id + "-participants.html", words);
    return plainly(elementOf(parts.keep), plan);
  }

  function handout(id, plan, known, words) {
    var name = id === known.list ? "list-" + plan.place : "handout-" + id, parts = pieces[name];
    var region = known.regionOf[plan.place];
    if (!parts) return standIn(known.handouts[id].title, id === known.list && plan.place ? "print/helpers-" + plan.place.toLowerCase() + ".html" : "print/" + id + ".html", words);
    var section = elementOf(region && parts["in-" + region] || plan.form === "pictures" && parts.pictures || parts.normal);
    if (id === known.list) addHelpers(section, plan.helpers);
    return plainly(section, plan);
  }

  function plainly(section, plan) {
    var heading = section.querySelector("h2");
    if (plan.form === "plain" && heading) heading.remove();
    return section;
  }

  /* Local helpers go into the empty rows of the list. */
  function addHelpers(section, helpers) {
    var table = section.querySelector("table.blank");
    if (!table) return;
    var body = table.querySelector("tbody"), empty = body.rows[0];
    helpers.forEach(function (helper, n) {
      var row = empty.cloneNode(true);
      cell(row, 0, helper.name + (helper.contact ? ":\u00a0" + helper.contact : ""));
      cell(row, 1, helper.told_by);
      body.insertBefore(row, body.rows[n]);
      if (body.rows.length - n > 3) body.rows[body.rows.length - 1].remove();
    });
  }

  /* Puts the pack together. `notes` are sentences, `dayName` says what a day is called. Returns it with its lines and sides. */
  function build(template, plan, known, words, notes, dayName) {
    var pack = template.content.firstElementChild.cloneNode(true);
    var lines = [];
    function sheet(section, title, who, copies, sides) {
      pack.append(section);
      lines.push({ section: section, title: title, who: who, copies: copies, sides: sides });
    }
    pack.querySelector("h1").textContent = plan.title || words.plan;
    pack.querySelector(".lead").textContent = (plan.place ? known.placeName[plan.place] + "\u00a0·\u00a0" : "") + ownPlan.said(words.people, { n: plan.people, team: plan.team });
    running(pack, plan, known, words, dayName);
    if (plan.editions.indexOf("facilitator") >= 0) held(plan, known).forEach(function (one) {
      sheet(lead(one, known, words), known.sessions[one.id].title, words.lead, plan.team);
    });
    if (plan.editions.indexOf("participants") >= 0) held(plan, known).map(function (one) { return one.id; }).filter(function (id, n, all) { return all.indexOf(id) === n; }).forEach(function (id) {
      sheet(keep(id, plan, known, words), known.sessions[id].title, words.keep, plan.people);
    });
    ownPlan.handouts(plan, known).forEach(function (id) {
      var paper = known.handouts[id];
      sheet(handout(id, plan, known, words), paper.title, paper.each ? words.keep : words.lead, ownPlan.copies(id, plan, known), paper.sides);
    });
    lists(pack, plan, known, notes);
    return { pack: pack, lines: lines };
  }

  function lists(pack, plan, known, notes) {
    var looks = pack.querySelector("[data-looks]"), advice = pack.querySelector("[data-advice]");
    notes.forEach(function (note) {
      var item = document.createElement("li");
      item.textContent = note;
      looks.lastElementChild.append(item);
    });
    if (!notes.length) looks.remove();
    if (plan.group && pieces["group-" + plan.group]) advice.append(elementOf(pieces["group-" + plan.group].normal));
    else advice.remove();
    fill(pack.querySelector(".shopping"), ownPlan.shopping(plan, known), function (row, one) {
      cell(row, 0, one.count);
      cell(row, 1, known.things[one.thing].name);
    });
  }

  /* How many sides each sheet takes is measured on the page, in the letters of paper. Handouts know theirs. */
  function count(made, words) {
    var box = made.pack, page = 1, all = 0;
    box.classList.add("as-paper");
    var millimetre = box.getBoundingClientRect().width / 192;
    var first = Array.prototype.filter.call(box.children, function (part) { return part.matches(".sheet"); });
    function sides(part) { return Math.max(1, Math.ceil(part.getBoundingClientRect().height / millimetre / SIDE)); }
    page += sides(first[0]) + sides(first[1]);
    fill(box.querySelector(".printing"), made.lines, function (row, line) {
      var many = line.sides || sides(line.section);
      cell(row, 0, line.title);
      cell(row, 1, line.who);
      cell(row, 2, page);
      cell(row, 3, many);
      cell(row, 4, line.copies);
      page += many;
      all += many * line.copies;
    });
    box.classList.remove("as-paper");
    box.querySelector("[data-all]").textContent = ownPlan.said(words.all, { n: all });
    return { sides: page - 1, all: all };
  }

  return { load: load, needed: needed, build: build, count: count };
})();
