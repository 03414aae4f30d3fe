/*
 * The planner: choose sessions, set the start, see the clock, what to bring and what to print.
 * Nothing is stored and nothing is sent; words come from the page, so that it speaks every language.
 */
"use strict";
(function () {
  var planner = document.querySelector("[data-planner]");
  // Older browsers keep the list of sessions as it stands.
  if (!planner || !planner.append || !planner.replaceChildren || !planner.dataset) return;
  quiet(planner);
  var start = planner.querySelector("#start");
  var pause = planner.querySelector("#pause");
  var rows = Array.prototype.slice.call(planner.querySelectorAll("[data-session]"));
  var made = planner.querySelector(".made");

  // Without this script there is nothing to choose, so the boxes are hidden until it runs.
  Array.prototype.forEach.call(planner.querySelectorAll(".start,.half,[type=checkbox]"), function (part) { part.hidden = false; });

  function clock(minutes) {
    var hours = Math.floor(minutes / 60) % 24;
    return (hours < 10 ? "0" : "") + hours + ":" + (minutes % 60 < 10 ? "0" : "") + (minutes % 60);
  }

  function line(list, from, to, words, name) {
    var item = document.createElement("li");
    var time = document.createElement("bdi");
    time.dir = "ltr";
    time.className = "clock";
    time.textContent = clock(from) + "–" + clock(to);
    item.append(time, "\u00a0", words);
    if (name) item.className = name;
    list.append(item);
  }

  function draw() {
    var chosen = rows.filter(function (row) { return row.querySelector("[type=checkbox]").checked; });
    var parts = (start.value || "09:00").split(":");
    var now = Number(parts[0]) * 60 + Number(parts[1]);
    var rest = Math.max(0, Number(pause.value) || 0);
    var seen = {};
    // The lists are made anew each time: an empty list on the page would only confuse a screen reader.
    var lists = ["clock", "materials", "print"].map(function (name, n) {
      var list = document.createElement(n ? "ul" : "ol");
      made.querySelector("[data-list=" + name + "]").replaceChildren(list);
      return list;
    });
    chosen.forEach(function (row, n) {
      var short = row.querySelector("[data-short]");
      var minutes = Number(short && short.checked ? short.dataset.short : row.dataset.session);
      if (n && n % 2 === 0 && rest) {
        line(lists[0], now, now + rest, planner.dataset.pause, "pause");
        now += rest;
      }
      line(lists[0], now, now + minutes, row.querySelector("label").textContent);
      now += minutes;
      Array.prototype.forEach.call(row.querySelector("[data-pack]").querySelectorAll("li"), function (thing) {
        if (seen[thing.textContent]) return;
        seen[thing.textContent] = true;
        lists[1].append(thing.cloneNode(true));
      });
      var pack = document.createElement("li");
      pack.append(row.querySelector("label").textContent + ":");
      Array.prototype.forEach.call(row.querySelector("[data-pack]").querySelectorAll("a"), function (link, m) { pack.append(m ? "\u00a0·\u00a0" : "\u00a0", link.cloneNode(true)); });
      lists[2].append(pack);
    });
    if (now > Number(planner.dataset.longest)) {
      var late = document.createElement("li");
      late.className = "late";
      late.textContent = planner.dataset.late;
      lists[0].append(late);
    }
    made.hidden = !chosen.length;
  }

  planner.addEventListener("input", draw);
})();
