/*
 * The pack of a plan: loads the pieces that it needs, puts them in order, sets the real clock, counts copies and sides.
 * A piece is a small script that hands over a tree of its parts: a page opened from a file may load nothing else.
 */
"use strict";
var planPack = (function () {
  var SIDE = 279; // Millimetres of text on a printed side of A4.
  // What no browser tears over two sides; a heading stays with what follows it.
  var WHOLE = "tr,p,li,dd,dt,h2,h3,h4,caption,.case,.entry,.field,.hours,.write";
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
    names = names.concat(ownPlan.handouts(plan, known).map(function (id) { return id === known.list ? "list-" + plan.place : "handout-" + id; }));
    if (plan.group) names.push("group-" + plan.group);
    return names.filter(function (name, n) { return names.indexOf(name) === n; });
  }

  /* A tree of plain parts as elements: no text of it can become markup. */
  function elementOf(node) {
    if (typeof node === "string") return document.createTextNode(node);
    var element = document.createElement(node[0]);
    Object.keys(node[1]).forEach(function (name) { element.setAttribute(name, node[1][name]); });
    // Words stand beside each drawing.
    if (node[0] === "img") element.alt = "";
    node[2].forEach(function (part) { element.append(elementOf(part)); });
    return element;
  }

  /* A sheet that this copy does not have: its title and the way to it; careful ones are in a file of their own. */
  function standIn(title, href, words) {
    var section = document.createElement("section"), heading = document.createElement("h2"), line = document.createElement("p"), link = document.createElement("a");
    section.className = "sheet";
    heading.textContent = title;
    if (href) {
      link.href = link.textContent = href;
      line.append(words.missing, "\u00a0", link);
    } else line.textContent = words.apart;
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

  /* A careful pack says the number of a session instead of its title. */
  function numberOf(id, plan) {
    return ownPlan.sessionsOf(plan).map(function (one) { return one.id; }).filter(function (one, n, all) { return all.indexOf(one) === n; }).indexOf(id) + 1;
  }

  function titleOf(item, plan, known, words) {
    if (item.session) return plan.form === "plain" ? numberOf(item.session, plan) : known.sessions[item.session].title;
    return item.own !== undefined ? item.own || words.own : item.pause || words.pause;
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
        row.cells[1].querySelector("bdi").textContent = titleOf(item, plan, known, words);
        if (words["is-" + item.variant] && plan.form !== "plain") row.cells[1].append("\u00a0(" + words["is-" + item.variant] + ")");
        if (item.pause !== undefined) row.className = "pause";
        cell(row, 2, ownPlan.said(words.min, { n: one.ends - one.starts }));
      });
      place.append(table);
    });
    sample.remove();
  }

  /* Each session once for each way of holding it, with its times. The parts that calls hold are on one sheet. */
  function held(plan, known) {
    var found = [];
    plan.days.forEach(function (day) {
      ownPlan.rows(day, known).forEach(function (row) {
        if (!row.item.session) return;
        var way = ownPlan.isPart(row.item.variant) ? "calls" : row.item.variant;
        var same = found.filter(function (one) { return one.id === row.item.session && one.way === way; })[0];
        if (!same) found.push(same = { id: row.item.session, way: way, times: [] });
        same.times.push(row);
      });
    });
    return found;
  }

  function ids(plan, known) {
    return held(plan, known).map(function (one) { return one.id; }).filter(function (id, n, all) { return all.indexOf(id) === n; });
  }

  /* Steps stand on the real clock where they are held once. */
  function setClock(table, rows) {
    if (rows.length !== 1) return;
    Array.prototype.forEach.call(table.querySelectorAll(".clock"), function (clock) {
      clock.textContent = clock.textContent.replace(/(\d+):(\d\d)/g, function (all, hours, minutes) {
        return ownPlan.clock(rows[0].starts + Number(hours) * 60 + Number(minutes));
      });
    });
  }

  function lead(one, known, words) {
    var parts = pieces["session-" + one.id], title = known.sessions[one.id].title;
    if (!parts) return standIn(title, "print/session-" + one.id + "-facilitator.html", words);
    var section = elementOf(parts[one.way]);
    section.querySelector(".times").textContent = one.times.map(function (row) { return ownPlan.clock(row.starts) + "–" + ownPlan.clock(row.ends); }).join("\u00a0·\u00a0");
    Array.prototype.forEach.call(section.querySelectorAll(".steps"), function (table, n) {
      setClock(table, one.way === "calls" ? one.times.filter(function (row) { return row.item.variant === "part-" + (n + 1); }) : one.times);
    });
    return section;
  }

  /* What participants keep of all sessions is one sheet: each alone would be a side with a few lines. */
  function keep(plan, known, words) {
    var section = document.createElement("section");
    section.className = "sheet";
    ids(plan, known).forEach(function (id) {
      var parts = pieces["session-" + id];
      section.append(parts ? elementOf(parts.keep) : standIn(known.sessions[id].title, "print/session-" + id + "-participants.html", words));
    });
    return section;
  }

  /* What is cut in a session; a kind of group may have cases of its own. */
  function cuts(id, plan) {
    var parts = pieces["session-" + id] || {};
    return Object.keys(parts).filter(function (name) { return /^cut [^ ]+$/.test(name); }).map(function (name) {
      return elementOf(parts[name + "\u0020" + plan.group] || parts[name]);
    });
  }

  /* Where people do not read, one set is read aloud. */
  function setsOf(section, plan) {
    return plan.form === "pictures" ? 1 : Math.ceil(plan.people / (section.dataset.each * section.dataset.sets));
  }

  function handout(id, plan, known, words) {
    var isList = id === known.list, parts = pieces[isList ? "list-" + plan.place : "handout-" + id], region = known.regionOf[plan.place];
    var isTheirs = known.handouts[id].each > 0, ending = isTheirs && plan.form !== "normal" ? "-" + plan.form : "";
    if (!parts && plan.form === "plain") return standIn(known.handouts[id].title, "", words);
    if (!parts) return standIn(known.handouts[id].title, (isList && plan.place ? "print/helpers-" + plan.place.toLowerCase() : "print/" + id) + ending + ".html", words);
    var section = elementOf(ending && parts[plan.form] || region && parts["in-" + region] || parts.normal);
    if (isList) addHelpers(section, plan.helpers);
    return plainly(section, plan);
  }

  function plainly(section, plan) {
    var heading = section.querySelector("h2");
    if (plan.form === "plain" && heading) heading.remove();
    return section;
  }

  /* The clock in pictures: for each session the first drawing of its cards. */
  function wall(plan, known, words) {
    var section = document.createElement("section"), heading = document.createElement("h2");
    section.className = "sheet";
    heading.textContent = words.clock;
    section.append(heading);
    plan.days.forEach(function (day) {
      var list = document.createElement("ul");
      list.className = "moments";
      ownPlan.rows(day, known).forEach(function (row) { list.append(moment(row, plan, known, words)); });
      if (list.children.length) section.append(list);
    });
    return section;
  }

  function moment(row, plan, known, words) {
    var item = document.createElement("li"), clock = document.createElement("bdi"), say = document.createElement("span");
    var parts = row.item.session && pieces["session-" + row.item.session], drawn = parts && parts.sign && elementOf(parts.sign);
    clock.dir = "ltr";
    clock.className = "clock";
    clock.textContent = ownPlan.clock(row.starts);
    say.className = "say";
    say.textContent = titleOf(row.item, plan, known, words);
    item.append(clock);
    if (drawn) item.append.apply(item, Array.prototype.slice.call(drawn.childNodes));
    else item.append(say);
    return item;
  }

  /* Local helpers go into the empty rows of the list. */
  function addHelpers(section, helpers) {
    var table = section.querySelector("table.blank"), numbers = section.querySelector(".numbers");
    if (numbers) helpers.slice().reverse().forEach(function (helper) {
      var entry = document.createElement("div"), name = document.createElement("strong"), reach = document.createElement("p");
      entry.className = "entry";
      name.textContent = helper.name;
      reach.textContent = helper.contact;
      entry.append(name, reach);
      numbers.parentNode.insertBefore(entry, numbers.nextSibling);
    });
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

  /* Puts the pack together. `notes` are sentences, `dayName` says what a day is called. Returns it with its lines. */
  function build(template, plan, known, words, notes, dayName) {
    var pack = template.content.firstElementChild.cloneNode(true), isPlain = plan.form === "plain";
    var lines = [];
    function line(section, title, who, copies) { lines.push({ section: section, title: title, who: who, copies: copies }); }
    function sheet(section, title, who, copies) {
      pack.append(section);
      line(section, isPlain ? lines.length + 1 : title, who, copies);
    }
    var first = pack.querySelectorAll(".sheet");
    line(first[0], words.clock, words.lead, plan.team);
    line(first[1], words.lists, words.lead, 1);
    pack.querySelector("h1").textContent = isPlain ? words.notes : plan.title || words.plan;
    pack.classList.toggle("is-plain", isPlain);
    pack.querySelector(".lead").textContent = (plan.place && !isPlain ? known.placeName[plan.place] + "\u00a0·\u00a0" : "") + ownPlan.said(words.people, { n: plan.people, team: plan.team });
    running(pack, plan, known, words, dayName);
    if (ownPlan.holds(plan, "facilitator")) held(plan, known).forEach(function (one) {
      sheet(lead(one, known, words), known.sessions[one.id].title, words.lead, plan.team);
    });
    if (ownPlan.holds(plan, "participants")) theirs(plan, known, words, sheet);
    if (ownPlan.holds(plan, "handouts") && !isPlain) ids(plan, known).forEach(function (id) {
      cuts(id, plan).forEach(function (section) { sheet(section, section.querySelector("h2").textContent, words.cut, setsOf(section, plan)); });
    });
    ownPlan.handouts(plan, known).forEach(function (id) {
      var paper = known.handouts[id];
      sheet(handout(id, plan, known, words), paper.title, paper.each ? words.keep : words.lead, ownPlan.copies(id, plan, known));
    });
    lists(pack, plan, known, notes);
    return { pack: pack, lines: lines };
  }

  /* What participants keep; where they do not read, the clock and the cards of each session for the wall. */
  function theirs(plan, known, words, sheet) {
    if (plan.form !== "pictures") { sheet(keep(plan, known, words), words.kept, words.keep, plan.people); return; }
    sheet(wall(plan, known, words), words.clock, words.keep, 1);
    ids(plan, known).forEach(function (id) {
      var parts = pieces["session-" + id];
      if (parts && parts.pictures) sheet(elementOf(parts.pictures), known.sessions[id].title, words.keep, 1);
    });
  }

  function lists(pack, plan, known, notes) {
    var looks = pack.querySelector("[data-looks]"), advice = pack.querySelector("[data-advice]");
    notes.forEach(function (note) {
      var item = document.createElement("li");
      item.textContent = note;
      looks.lastElementChild.append(item);
    });
    if (!notes.length) looks.remove();
    if (plan.form !== "plain" && plan.group && pieces["group-" + plan.group]) advice.append(elementOf(pieces["group-" + plan.group].normal));
    else advice.remove();
    fill(pack.querySelector(".shopping"), ownPlan.shopping(plan, known), function (row, one) {
      cell(row, 0, one.count);
      cell(row, 1, known.things[one.thing].name);
    });
  }

  /* While sheets are measured, what is written for paper holds on the screen. A page opened from a file may not do that: there the
     style of `as-paper` has to be enough. */
  function forPaper(work) {
    var turned = [];
    Array.prototype.forEach.call(document.styleSheets, function (sheet) {
      try {
        Array.prototype.forEach.call(sheet.cssRules, function (rule) {
          if (rule.media && rule.media.mediaText === "print") turned.push(rule.media);
        });
      } catch (refused) { return; }
    });
    turned.forEach(function (media) { media.mediaText = "all"; });
    try { return work(); } finally { turned.forEach(function (media) { media.mediaText = "print"; }); }
  }

  /* How many sides a sheet takes: what does not fit goes to the next one whole. */
  function sidesOf(section, millimetre) {
    var from = section.getBoundingClientRect().top, many = 1, head = null;
    Array.prototype.forEach.call(section.querySelectorAll(WHOLE), function (part) {
      var box = part.getBoundingClientRect(), top = head === null ? box.top : head;
      var isHead = /^(H\d|CAPTION)$/.test(part.tagName);
      if (!box.height || box.bottom - from <= SIDE * millimetre) { head = isHead ? top : null; return; }
      // A part that is longer than a side is torn.
      if (top > from) { from = top; many += 1; }
      while (box.bottom - from > SIDE * millimetre) { from += SIDE * millimetre; many += 1; }
      head = isHead ? top : null;
    });
    return many;
  }

  /* Fills the list of what to print, then counts: the list is a part of what is printed. */
  function count(made, words) {
    var box = made.pack, page = 1, all = 0, table = box.querySelector(".printing");
    fill(table, made.lines, function (row, line) { [line.title, line.who, "1", "1", line.copies].forEach(function (text, n) { cell(row, n, text); }); });
    box.classList.add("as-paper");
    var many = forPaper(function () {
      var millimetre = box.getBoundingClientRect().width / 192;
      return made.lines.map(function (line) { return sidesOf(line.section, millimetre); });
    });
    box.classList.remove("as-paper");
    made.lines.forEach(function (line, n) {
      var row = table.tBodies[0].rows[n];
      cell(row, 2, page);
      cell(row, 3, many[n]);
      page += many[n];
      all += many[n] * line.copies;
    });
    box.querySelector("[data-all]").textContent = ownPlan.said(words.all, { n: all });
    return { sides: page - 1, all: all };
  }

  return { load: load, needed: needed, build: build, count: count };
})();
