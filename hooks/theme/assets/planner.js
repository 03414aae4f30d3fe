/*
 * A plan of one's own: how it is written into the address and into a file, its clock, its shopping list, and what to look at.
 * Touches no page. The command that makes a PDF reads the same file and reckons alike (model/curriculum/timetable.py).
 */
"use strict";
var ownPlan = (function () {
  var EDITIONS = ["facilitator", "participants", "handouts", "team"];
  var FORMS = ["normal", "plain", "pictures"];
  var LONGEST = 100;
  var REST = 5;
  var CALL = 90;
  var EVENING = 20 * 60;
  var GAP = "\u0020";
  // Characters that hide or reorder text: the command refuses a file that holds them.
  var HIDDEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ue000-\uf8ff\ufeff\ufff9-\uffff]/g;

  function empty() {
    return { title: "", people: 14, team: 2, place: "", group: "", calls: false, editions: EDITIONS.slice(0, 3), form: "normal", days: [day()], helpers: [] };
  }

  function day() { return { label: "", start: "09:00", items: [] }; }

  function clean(text) { return String(text || "").replace(HIDDEN, "").replace(/\s+/g, GAP).trim().slice(0, 120); }

  function whole(text, least, most, usual) {
    var n = parseInt(text, 10);
    return n >= least && n <= most ? n : usual;
  }

  function time(text) { return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : "09:00"; }

  /* Whatever came from an address or a file becomes a plan that can be held: what is unknown is left out. */
  function wholePlan(found, known) {
    var plan = empty();
    plan.title = clean(found.title);
    plan.people = whole(found.people, 1, 100, 14);
    plan.team = whole(found.team, 1, 12, 2);
    plan.place = known.places.indexOf(found.place) < 0 ? "" : found.place;
    plan.group = known.groups.indexOf(found.group) < 0 ? "" : found.group;
    if (found.editions) plan.editions = EDITIONS.filter(function (one) { return found.editions.indexOf(one) >= 0; });
    plan.calls = found.calls === "true";
    if (FORMS.indexOf(found.form) >= 0) plan.form = found.form;
    plan.days = found.days.map(function (one) {
      return { label: clean(one.label), start: time(one.start), items: one.items.map(item).filter(Boolean) };
    });
    if (!plan.days.length) plan.days = [day()];
    plan.helpers = (found.helpers || []).map(function (one) {
      return { name: clean(one.name), contact: clean(one.contact), told_by: clean(one.told_by) };
    }).filter(function (one) { return one.name; });
    return plan;

    function item(one) {
      if (one.session) {
        var session = known.sessions[one.session];
        return session && { session: one.session, variant: lengths(session)[one.variant] ? one.variant : "full" };
      }
      var minutes = whole(one.minutes, 1, 480, 15);
      return one.own !== undefined ? { own: clean(one.own), minutes: minutes } : { pause: clean(one.pause), minutes: minutes };
    }
  }

  // In the address. Local helpers never stand there: a browser remembers addresses.

  function code(text) { return encodeURIComponent(text).replace(/[~.']/g, function (sign) { return "%" + sign.charCodeAt(0).toString(16); }); }

  function address(plan) {
    var parts = ["n=" + plan.people, "t=" + plan.team, "e=" + plan.editions.map(function (one) { return one[0]; }).join("")];
    if (plan.place) parts.push("w=" + plan.place);
    if (plan.group) parts.push("g=" + plan.group);
    if (plan.calls) parts.push("c=true");
    if (plan.form !== "normal") parts.push("f=" + plan.form);
    if (plan.title) parts.push("h=" + code(plan.title));
    plan.days.forEach(function (one) {
      parts.push("d=" + [one.start, code(one.label)].concat(one.items.map(function (item) {
        if (item.session) return item.session + (item.variant === "full" ? "" : "." + item.variant.replace("short", "s").replace("part-", ""));
        return item.own !== undefined ? "+" + item.minutes + "." + code(item.own) : "-" + item.minutes + "." + code(item.pause);
      })).join("~"));
    });
    return parts.join("&");
  }

  function ofAddress(text, known) {
    var found = { days: [] };
    var names = { n: "people", t: "team", w: "place", g: "group", c: "calls", f: "form", h: "title" };
    try {
      text.replace(/^#/, "").split("&").forEach(function (part) {
        var at = part.indexOf("=");
        var name = part.slice(0, at), value = part.slice(at + 1);
        if (name === "d") found.days.push(dayOf(value.split("~")));
        else if (name === "e") found.editions = EDITIONS.filter(function (one) { return value.indexOf(one[0]) >= 0; });
        else if (names[name]) found[names[name]] = decodeURIComponent(value);
      });
    } catch (broken) { return null; }
    return found.days.length ? wholePlan(found, known) : null;
  }

  function dayOf(parts) {
    return {
      start: parts[0].replace("%3A", ":"), label: decodeURIComponent(parts[1] || ""),
      items: parts.slice(2).map(function (part) {
        var at = part.indexOf(".");
        var sign = part[0], text = at < 0 ? "" : decodeURIComponent(part.slice(at + 1));
        if (sign === "-") return { pause: text, minutes: part.slice(1, at) };
        if (sign === "+") return { own: text, minutes: part.slice(1, at) };
        return { session: at < 0 ? part : part.slice(0, at), variant: text === "s" ? "short" : text ? "part-" + text : "full" };
      })
    };
  }

  // In a file. It is YAML, so that the command reads it too.

  function file(plan, language, words) {
    var q = JSON.stringify, lines = [];
    /* A line of the file; `dash` begins an entry of a list. */
    function put(depth, dash, key, value) {
      lines.push(GAP.repeat(depth) + (dash ? "-" + GAP : "") + key + ":" + (value === undefined ? "" : GAP + value));
    }
    put(0, false, "language", language);
    if (plan.title) put(0, false, "title", q(plan.title));
    put(0, false, "people", plan.people);
    put(0, false, "team", plan.team);
    if (plan.place) put(0, false, /^[A-Z]{2}$/.test(plan.place) ? "country" : "region", plan.place);
    if (plan.calls) put(0, false, "calls", "true");
    if (plan.group) put(0, false, "group", plan.group);
    put(0, false, "editions", "[" + plan.editions.join("," + GAP) + "]");
    put(0, false, "form", plan.form);
    put(0, false, "days");
    plan.days.forEach(function (one) {
      if (!one.items.length) return;
      put(2, true, "start", q(one.start));
      if (one.label) put(4, false, "label", q(one.label));
      put(4, false, "items");
      one.items.forEach(function (item) {
        var name = item.session ? "session" : item.own !== undefined ? "own" : "pause";
        put(6, true, name, item.session || q(item[name] || words[name]));
        if (item.session) put(8, false, "variant", item.variant);
        else put(8, false, "minutes", item.minutes);
      });
    });
    if (plan.helpers.some(function (one) { return one.name; })) put(0, false, "helpers");
    plan.helpers.filter(function (one) { return one.name; }).forEach(function (one) {
      put(2, true, "name", q(one.name));
      if (one.contact) put(4, false, "contact", q(one.contact));
      if (one.told_by) put(4, false, "told_by", q(one.told_by));
    });
    return lines.join("\n") + "\n";
  }

  /* Reads what `file` wrote, and what somebody wrote by hand in the same way. None: it is no plan. */
  function ofFile(text, known) {
    var found = { days: [], helpers: [] };
    var last;
    try {
      text.split(/\r?\n/).forEach(function (line) {
        var parts = /^\s*(- )?\s*(\w+):\s*(.*?)\s*$/.exec(line.replace(/^\s*#.*/, ""));
        if (!parts) return;
        var begins = parts[1], name = parts[2], value = valueOf(parts[3]);
        if (/^(session|pause|own|variant|minutes)$/.test(name)) {
          if (begins) found.days[found.days.length - 1].items.push(last = {});
          last[name] = value;
        } else if (/^(name|contact|told_by)$/.test(name)) {
          if (begins) found.helpers.push(last = {});
          last[name] = value;
        } else if (/^(label|start)$/.test(name)) {
          if (begins) found.days.push({ items: [] });
          found.days[found.days.length - 1][name] = value;
        } else if (/^(days|items|helpers)$/.test(name)) {
          if (begins) found.days.push({ items: [] });
        } else found[/^(country|region)$/.test(name) ? "place" : name] = value;
      });
    } catch (broken) { return null; }
    // A plan without days is none; what else stands in a file is left out.
    return Array.isArray(found.days) && found.days.length ? wholePlan(found, known) : null;
  }

  function valueOf(text) {
    if (text[0] === '"') return JSON.parse(text);
    if (text[0] === "'") return text.slice(1, -1).replace(/''/g, "'");
    if (text[0] === "[") return text.slice(1, -1).split(",").map(function (one) { return one.trim(); });
    return text || undefined;
  }

  // The clock, and what follows from it.

  function minutes(item, known) {
    if (!item.session) return item.minutes;
    return lengths(known.sessions[item.session])[item.variant];
  }

  /* Minutes of a session by the way in which it is held; calls may hold it in parts. */
  function lengths(session) {
    var found = { full: session.minutes, short: session.short };
    session.parts.forEach(function (many, n) { found["part-" + (n + 1)] = many; });
    return found;
  }

  function isPart(variant) { return variant.slice(0, 4) === "part"; }

  function rows(one, known) {
    var parts = one.start.split(":");
    var now = Number(parts[0]) * 60 + Number(parts[1]);
    return one.items.map(function (item) {
      var from = now;
      now += minutes(item, known);
      return { item: item, starts: from, ends: now };
    });
  }

  function clock(n) {
    var hours = Math.floor(n / 60) % 24, rest = n % 60;
    return (hours < 10 ? "0" : "") + hours + ":" + (rest < 10 ? "0" : "") + rest;
  }

  /* A sentence of the page with its gaps filled. */
  function said(text, values) {
    return text.replace(/\{(\w+)\}/g, function (all, name) { return values[name] === undefined ? all : values[name]; });
  }

  function sessionsOf(plan) {
    var found = [];
    plan.days.forEach(function (one, d) { one.items.forEach(function (item) { if (item.session) found.push({ id: item.session, variant: item.variant, day: d }); }); });
    return found;
  }

  function notes(plan, known) {
    var found = [], made = {}, sized = {};
    sessionsOf(plan).forEach(function (one) {
      var session = known.sessions[one.id];
      if (!made[one.id]) session.needs.forEach(function (need) {
        if (!made[need.session]) found.push({ kind: "need", day: one.day, session: one.id, need: need });
      });
      made[one.id] = true;
    });
    sessionsOf(plan).forEach(function (one) {
      var session = known.sessions[one.id], key = one.day + one.id;
      if (sized[key]) return;
      sized[key] = true;
      if (session.least > plan.people || (session.most < plan.people && session.most > plan.team * 4)) found.push({ kind: "size", day: one.day, session: one.id });
    });
    inParts(plan, known, found);
    plan.days.forEach(function (one, d) {
      var list = rows(one, known);
      if (!list.length) return;
      var since = list[0].starts;
      list.forEach(function (row) {
        var breaks = restsOf(row, known), longest = 0;
        breaks.concat([[row.ends - row.starts]]).forEach(function (rest) {
          longest = Math.max(longest, row.starts + rest[0] - since);
          if (rest.length > 1) since = row.starts + rest[1];
        });
        if (longest > LONGEST) {
          found.push({ kind: "pause", day: d, session: row.item.session });
          if (!breaks.length) since = row.ends;
        }
      });
      if (plan.calls && list[list.length - 1].ends - list[0].starts > CALL) found.push({ kind: "call", day: d });
      if (list[list.length - 1].ends > EVENING) found.push({ kind: "late", day: d });
    });
    // Browsers of old phones do not keep the order of equals.
    return found.map(function (note, n) { note.at = n; return note; }).sort(function (a, b) { return a.day - b.day || a.at - b.at; });
  }

  /* When people rest, in minutes from the beginning of a row: in a break, and where a whole session has a step for it. */
  function restsOf(row, known) {
    if (row.item.pause !== undefined) return row.item.minutes >= REST ? [[0, row.item.minutes]] : [];
    return row.item.variant === "full" ? known.sessions[row.item.session].rests : [];
  }

  /* Sessions that are too long for a call are held in their parts, each in a call of its own. */
  function inParts(plan, known, found) {
    var held = {};
    sessionsOf(plan).forEach(function (one) { if (known.sessions[one.id].parts.length) (held[one.id] = held[one.id] || []).push(one); });
    Object.keys(held).forEach(function (id) {
      var parts = held[id].filter(function (one) { return isPart(one.variant); });
      var whole = held[id].filter(function (one) { return one.variant === "full"; })[0];
      var isRight = parts.length === known.sessions[id].parts.length && parts.every(function (one, n) {
        return one.variant === "part-" + (n + 1) && (!n || one.day !== parts[n - 1].day);
      });
      if (parts.length && !isRight) found.push({ kind: "parts", day: parts[0].day, session: id });
      if (plan.calls && whole) found.push({ kind: "whole", day: whole.day, session: id });
    });
  }

  /* What to bring: things that are kept count once, at their largest number. */
  function shopping(plan, known) {
    var totals = {};
    // Parts of one session share what it takes.
    sessionsOf(plan).filter(function (one) { return one.variant !== "part-2"; }).forEach(function (one) {
      var here = {};
      known.sessions[one.id].supplies.forEach(function (supply) {
        here[supply.thing] = (here[supply.thing] || 0) + supply.count * (supply.every ? Math.ceil(plan.people / supply.every) : 1);
      });
      Object.keys(here).forEach(function (thing) {
        var before = totals[thing] || 0;
        totals[thing] = known.things[thing].kept ? Math.max(before, here[thing]) : before + here[thing];
      });
    });
    return Object.keys(known.things).filter(function (thing) { return totals[thing]; }).map(function (thing) {
      return { thing: thing, count: totals[thing] };
    });
  }

  /* The editions that a form allows: what is read of a session tells what it is, so a careful pack has neither. */
  function holds(plan, edition) { return plan.editions.indexOf(edition) >= 0 && (plan.form !== "plain" || edition === "handouts"); }

  function suits(sheet, form) {
    if (form === "plain") return sheet.careful;
    return form !== "pictures" || !sheet.each || sheet.pictured;
  }

  /* Handouts of all sessions and of the kind of group, each once, and whether the form of the plan has them; then the list of helpers
     and the sheets for the team. */
  function papers(plan, known) {
    var found = [];
    function add(id) {
      var sheet = known.handouts[id];
      if (sheet && !found.some(function (one) { return one.id === id; })) found.push({ id: id, suits: suits(sheet, plan.form) });
    }
    function asked(id) { if (known.handouts[id] && holds(plan, known.handouts[id].each ? "handouts" : "facilitator")) add(id); }
    sessionsOf(plan).forEach(function (one) { known.sessions[one.id].handouts.forEach(function (id) { if (id !== known.list) asked(id); }); });
    known.advice[plan.group].forEach(asked);
    if (holds(plan, "team")) Object.keys(known.handouts).forEach(function (id) { if (known.handouts[id].team) add(id); });
    return found;
  }

  function idsOf(list) { return list.map(function (one) { return one.id; }); }
  function handouts(plan, known) { return idsOf(papers(plan, known).filter(function (one) { return one.suits; })); }
  function left(plan, known) { return idsOf(papers(plan, known).filter(function (one) { return !one.suits; })); }

  function copies(id, plan, known) {
    var each = known.handouts[id].each;
    return each ? Math.ceil(plan.people / each) : plan.team;
  }

  return {
    empty: empty, day: day, clean: clean, whole: whole, time: time, address: address, ofAddress: ofAddress, file: file, ofFile: ofFile,
    rows: rows, clock: clock, said: said, minutes: minutes, sessionsOf: sessionsOf, notes: notes, shopping: shopping, holds: holds, isPart: isPart, lengths: lengths,
    handouts: handouts, left: left, copies: copies
  };
})();
