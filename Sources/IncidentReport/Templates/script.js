"use strict";
// The page works without this; here is what makes it handier. Texts of the logs are only ever set as
// text, never as markup.
(function () {
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  function make(name, type, text) {
    var element = document.createElement(name);
    if (type) { element.className = type; }
    if (text) { element.textContent = text; }
    return element;
  }
  all(".tools").forEach(function (element) { element.hidden = false; });

  // What only works with a script is made by it, when the incident is first looked at.
  function furnish(root) {
    all(".command", root).forEach(function (command) {
      if (command.querySelector(".copy")) { return; }
      var button = command.appendChild(make("button", "copy", "Copy"));
      button.type = "button";
    });
    all(".picture", root).forEach(function (picture) {
      if (picture.querySelector(".zoom")) { return; }
      var tools = make("div", "tools zoom");
      [["out", "\u2212", "Zoom out"], ["fit", "Fit", ""], ["in", "+", "Zoom in"]].forEach(function (kind) {
        var button = tools.appendChild(make("button", "", kind[1]));
        button.type = "button";
        button.dataset.zoom = kind[0];
        if (kind[2]) { button.setAttribute("aria-label", kind[2]); }
      });
      var label = tools.appendChild(make("label"));
      var box = label.appendChild(make("input", "only"));
      box.type = "checkbox";
      label.append(" only deciding events");
      picture.prepend(tools);
      var hint = make("p", "hint", "Point at a mark, or step through them with Tab and the arrow keys.");
      hint.setAttribute("aria-live", "polite");
      picture.querySelector(".scroll").after(hint);
    });
  }

  // Where scripts run, a browser keeps what a closed incident holds as plain text: a page of a thousand opens as
  // fast as one of ten. It becomes part of the page when it is first wanted. Every text of the logs in it is
  // escaped, as it is for a reader without scripts.
  function fill(incident) {
    var packed = incident.querySelector("noscript");
    if (!packed) { return; }
    incident.insertAdjacentHTML("beforeend", packed.textContent);
    packed.remove();
    furnish(incident);
    if (zone.value !== "report") { tellTimes(incident); }
  }
  function show(incident) { fill(incident); incident.open = true; }

  // Commands to the clipboard.
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest(".copy");
    if (!button) { return; }
    var text = button.parentNode.querySelector("code").textContent;
    var done = function () {
      button.textContent = "Copied";
      setTimeout(function () { button.textContent = "Copy"; }, 1600);
    };
    var fallback = function () {
      var range = document.createRange();
      range.selectNodeContents(button.parentNode.querySelector("code"));
      var selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      if (document.execCommand("copy")) { done(); }
    };
    if (navigator.clipboard && window.isSecureContext) { navigator.clipboard.writeText(text).then(done, fallback); } else { fallback(); }
  });

  // A link into a closed incident opens it.
  var incidents = all("details.incident");
  function reveal() {
    var name = decodeURIComponent(location.hash.slice(1));
    var inside = /^i(\d+)e\d+$/.exec(name);
    if (inside && incidents[inside[1] - 1] && !document.getElementById(name)) {
      show(incidents[inside[1] - 1]);
      // Only a target that is there when the address changes is marked as one.
      location.replace(location.hash);
    }
    var target = name && document.getElementById(name);
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") { show(node); node.hidden = false; }
    }
    if (target) { target.scrollIntoView(); }
  }

  // Which incidents are shown.
  incidents.forEach(function (incident) {
    incident.addEventListener("toggle", function () { if (incident.open) { fill(incident); } });
  });
  all("main > article, main > section").forEach(furnish);
  var filter = document.getElementById("filter");
  var verdict = document.getElementById("verdict");
  var shown = document.getElementById("shown");
  function readable(incident) {
    var text = incident.dataset.text;
    if (text === undefined) {
      // Its list line, the sentence and the facts: what was ruled out further below is not what it is about.
      var packed = incident.querySelector("noscript");
      var body = document.createElement("template");
      if (packed) { body.innerHTML = packed.textContent.split("</dl>", 1)[0]; }
      var head = all(".sentence, .facts", packed ? body.content : incident);
      text = [incident.querySelector("summary")].concat(head).map(function (part) { return part.textContent; }).join(" ").toLowerCase();
      incident.dataset.text = text;
    }
    return text;
  }
  function apply() {
    var words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    incidents.forEach(function (incident) {
      var fits = !verdict.value || (verdict.value === "new" ? incident.dataset.new !== undefined : incident.dataset.verdict === verdict.value);
      var keep = fits && words.every(function (word) { return readable(incident).indexOf(word) >= 0; });
      incident.hidden = !keep;
      if (keep) { count += 1; }
    });
    shown.textContent = count.toLocaleString("en") + " of " + incidents.length.toLocaleString("en");
  }
  if (filter) {
    filter.addEventListener("input", apply);
    verdict.addEventListener("change", apply);
    apply();
  }
  addEventListener("keydown", function (event) {
    if (event.key === "/" && filter && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      filter.focus();
    }
    if (event.key === "Escape" && event.target === filter) { filter.value = ""; apply(); }
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") { step(event); }
  });
  var openAll = document.getElementById("openall");
  if (openAll) {
    openAll.addEventListener("click", function () {
      var open = openAll.textContent === "Open all";
      incidents.forEach(function (incident) {
        if (open && !incident.hidden) { show(incident); } else { incident.open = false; }
      });
      openAll.textContent = open ? "Close all" : "Open all";
    });
  }

  // Times in another zone; the attribute stays UTC.
  var zone = document.getElementById("zone");
  function two(number, width) { return String(number).padStart(width || 2, "0"); }
  function label(date) {
    var minutes = -date.getTimezoneOffset();
    if (!minutes) { return "UTC"; }
    var size = Math.abs(minutes);
    return "UTC" + (minutes < 0 ? "-" : "+") + two(Math.floor(size / 60)) + ":" + two(size % 60);
  }
  function stamp(date, own, form) {
    var get = function (name) { return own ? date["get" + name]() : date["getUTC" + name](); };
    var clock = two(get("Hours")) + ":" + two(get("Minutes")) + ":" + two(get("Seconds")) + "." + two(get("Milliseconds"), 3);
    if (form === "clock") { return clock; }
    var day = get("FullYear") + "-" + two(get("Month") + 1) + "-" + two(get("Date")) + " ";
    if (form === "minute") { return day + clock.slice(0, 5); }
    return day + clock + " " + (own ? label(date) : "UTC");
  }
  function tellTimes(root) {
    all("time", root).forEach(function (element) {
      if (element.dataset.report === undefined) { element.dataset.report = element.textContent; }
      var date = new Date(element.dateTime);
      element.textContent = zone.value === "report" || isNaN(date) ? element.dataset.report :
        stamp(date, zone.value === "own", element.className || (element.closest(".events") ? "clock" : ""));
    });
  }
  zone.addEventListener("change", function () {
    all(".zone").forEach(function (element) { element.textContent = zone.selectedOptions[0].textContent; });
    tellTimes(document);
  });

  // The timeline: what a mark says, stepping, zoom.
  function tell(event) {
    var mark = event.target.closest && event.target.closest("a.mark");
    if (!mark) { return; }
    var hint = mark.closest(".picture").querySelector(".hint");
    var row = document.getElementById(decodeURIComponent(mark.getAttribute("href").slice(1)));
    var cells = row ? all("td", row).map(function (cell) { return cell.textContent.trim(); }) : [];
    if (hint) { hint.textContent = cells.length > 3 ? cells[0] + " " + cells[2] + ", " + cells[1] + ": " + cells[3] : mark.querySelector("title").textContent; }
  }
  document.addEventListener("mouseover", tell);
  document.addEventListener("focusin", tell);
  function step(event) {
    var mark = event.target.closest && event.target.closest("a.mark");
    if (!mark) { return; }
    var marks = all("a.mark", mark.closest("svg")).filter(function (other) { return getComputedStyle(other).display !== "none"; });
    var next = marks[marks.indexOf(mark) + (event.key === "ArrowRight" ? 1 : -1)];
    if (next) { event.preventDefault(); next.focus(); }
  }
  var left = 214;
  // Where everything lay before the first zoom, by the attributes that hold it.
  function places(svg) {
    if (svg.places) { return svg.places; }
    var number = function (element, name) { return Number(element.getAttribute(name)); };
    svg.places = {
      width: svg.viewBox.baseVal.width,
      wide: all(".lane, .axis", svg),
      boxes: all(".hatch, .span rect", svg).map(function (e) { return [e, number(e, "x"), number(e, "width")]; }),
      points: all(".span text, .tick text", svg).map(function (e) { return [e, number(e, "x")]; }),
      rules: all(".rules", svg).map(function (e) { return [e, e.getAttribute("d")]; }),
      marks: all("a.mark", svg).map(function (e) {
        return [e].concat(e.getAttribute("transform").match(/-?[\d.]+/g).map(Number));
      }),
      threads: all(".thread", svg).map(function (e) { return [e, e.getAttribute("points")]; })
    };
    return svg.places;
  }
  function zoom(svg, factor) {
    var was = places(svg);
    var scaled = function (x) { return left + (x - left) * factor; };
    var width = scaled(was.width);
    svg.setAttribute("viewBox", [0, 0, width, svg.viewBox.baseVal.height].join(" "));
    svg.style.width = factor === 1 ? "" : Math.round(width) + "px";
    was.wide.forEach(function (e) { e.setAttribute(e.tagName === "rect" ? "width" : "x2", e.tagName === "rect" ? width : width - 21); });
    was.boxes.forEach(function (box) {
      box[0].setAttribute("x", scaled(box[1]));
      box[0].setAttribute("width", scaled(box[1] + box[2]) - scaled(box[1]));
    });
    was.points.forEach(function (point) { point[0].setAttribute("x", scaled(point[1])); });
    was.rules.forEach(function (rule) {
      rule[0].setAttribute("d", rule[1].replace(/M([\d.]+)/g, function (all, x) { return "M" + scaled(Number(x)); }));
    });
    was.marks.forEach(function (mark) { mark[0].setAttribute("transform", "translate(" + scaled(mark[1]) + " " + mark[2] + ")"); });
    was.threads.forEach(function (thread) {
      thread[0].setAttribute("points", thread[1].split(" ").map(function (point) {
        var pair = point.split(",");
        return scaled(Number(pair[0])) + "," + pair[1];
      }).join(" "));
    });
  }
  document.addEventListener("click", function (event) {
    var kind = event.target.dataset && event.target.dataset.zoom;
    if (!kind) { return; }
    var svg = event.target.closest(".picture").querySelector("svg.timeline");
    var factor = Number(svg.dataset.factor || 1);
    factor = kind === "fit" ? 1 : Math.min(16, Math.max(1, factor * (kind === "in" ? 1.6 : 1 / 1.6)));
    svg.dataset.factor = factor;
    zoom(svg, factor);
  });
  document.addEventListener("change", function (event) {
    if (!event.target.classList.contains("only")) { return; }
    event.target.closest(".picture").querySelector("svg.timeline").classList.toggle("only-deciding", event.target.checked);
  });

  // Paper shows everything.
  var printer = document.getElementById("print");
  printer.addEventListener("click", function () { print(); });
  addEventListener("beforeprint", function () {
    incidents.forEach(fill);
    all("details").forEach(function (details) { details.dataset.wasOpen = details.open; details.open = true; });
  });
  addEventListener("afterprint", function () {
    all("details").forEach(function (details) { details.open = details.dataset.wasOpen === "true"; });
  });

  addEventListener("hashchange", reveal);
  if (location.hash) { reveal(); }
})();
