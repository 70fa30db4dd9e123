"use strict";
// The page works without this; here is what makes it handier. Texts of the logs are only ever set as
// text, never as markup.
(function () {
  var all = function (selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); };
  all(".tools, .copy, .hint").forEach(function (element) { element.hidden = false; });

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
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var node = target; node; node = node.parentElement) {
      if (node.tagName === "DETAILS") { node.open = true; node.hidden = false; }
    }
    if (target) { target.scrollIntoView(); }
  }
  addEventListener("hashchange", reveal);
  if (location.hash) { reveal(); }

  // Which incidents are shown.
  var incidents = all("details.incident");
  var filter = document.getElementById("filter");
  var verdict = document.getElementById("verdict");
  var shown = document.getElementById("shown");
  function apply() {
    var words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    incidents.forEach(function (incident) {
      var text = incident.dataset.text;
      if (text === undefined) {
        text = (incident.querySelector("summary").textContent + " " + incident.querySelector(".sentence").textContent + " " +
          (incident.querySelector(".facts") || { textContent: "" }).textContent).toLowerCase();
        incident.dataset.text = text;
      }
      var keep = (!verdict.value || incident.dataset.verdict === verdict.value) &&
        words.every(function (word) { return text.indexOf(word) >= 0; });
      incident.hidden = !keep;
      if (keep) { count += 1; }
    });
    shown.textContent = count + " of " + incidents.length;
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
      incidents.forEach(function (incident) { incident.open = open && !incident.hidden; });
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
  function show(date, own, short) {
    var get = function (name) { return own ? date["get" + name]() : date["getUTC" + name](); };
    var clock = two(get("Hours")) + ":" + two(get("Minutes")) + ":" + two(get("Seconds")) + "." + two(get("Milliseconds"), 3);
    if (short) { return clock; }
    return get("FullYear") + "-" + two(get("Month") + 1) + "-" + two(get("Date")) + " " + clock + " " + (own ? label(date) : "UTC");
  }
  zone.addEventListener("change", function () {
    all("time").forEach(function (element) {
      if (element.dataset.report === undefined) { element.dataset.report = element.textContent; }
      var date = new Date(element.dateTime);
      element.textContent = zone.value === "report" || isNaN(date) ? element.dataset.report :
        show(date, zone.value === "own", element.classList.contains("short"));
    });
  });

  // The timeline: what a mark says, stepping, zoom.
  function tell(event) {
    var mark = event.target.closest && event.target.closest("a.mark");
    if (!mark) { return; }
    mark.closest(".picture").querySelector(".hint").textContent = mark.querySelector("title").textContent;
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
  var left = 196;
  function scaled(x, factor) { return left + (x - left) * factor; }
  function zoom(svg, factor) {
    var width = scaled(Number(svg.dataset.width), factor);
    var box = svg.getAttribute("viewBox").split(" ");
    svg.setAttribute("viewBox", [0, 0, width, box[3]].join(" "));
    svg.style.width = factor === 1 ? "" : Math.round(width) + "px";
    all("[data-wide]", svg).forEach(function (element) {
      if (element.tagName === "rect") { element.setAttribute("width", width); } else { element.setAttribute("x2", width - 12); }
    });
    all("[data-x]", svg).forEach(function (element) {
      var x = scaled(Number(element.dataset.x), factor);
      if (element.dataset.y !== undefined) { element.setAttribute("transform", "translate(" + x + " " + element.dataset.y + ")"); }
      else if (element.tagName === "line") { element.setAttribute("x1", x); element.setAttribute("x2", x); }
      else {
        element.setAttribute("x", x);
        if (element.dataset.w !== undefined) { element.setAttribute("width", scaled(Number(element.dataset.x) + Number(element.dataset.w), factor) - x); }
      }
    });
    all("[data-points]", svg).forEach(function (element) {
      element.setAttribute("points", element.dataset.points.split(" ").map(function (point) {
        var pair = point.split(",");
        return scaled(Number(pair[0]), factor) + "," + pair[1];
      }).join(" "));
    });
  }
  all(".zoom").forEach(function (tools) {
    var svg = tools.parentNode.querySelector("svg.timeline");
    var factor = 1;
    tools.addEventListener("click", function (event) {
      var kind = event.target.dataset.zoom;
      if (!kind) { return; }
      factor = kind === "fit" ? 1 : Math.min(16, Math.max(1, factor * (kind === "in" ? 1.6 : 1 / 1.6)));
      zoom(svg, factor);
    });
    tools.querySelector(".only").addEventListener("change", function (event) {
      svg.classList.toggle("only-deciding", event.target.checked);
    });
  });

  // Paper shows everything.
  var printer = document.getElementById("print");
  printer.addEventListener("click", function () { print(); });
  addEventListener("beforeprint", function () {
    all("details").forEach(function (details) { details.dataset.wasOpen = details.open; details.open = true; });
  });
  addEventListener("afterprint", function () {
    all("details").forEach(function (details) { details.open = details.dataset.wasOpen === "true"; });
  });
})();
