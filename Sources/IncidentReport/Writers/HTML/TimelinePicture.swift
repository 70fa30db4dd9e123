import EventCorrelation
import EventSignals
import WindowsEventLog

/// The swimlanes of one incident as values for the template: a lane a machine, marks, spans, hatches.
struct TimelinePicture {
  var incident: Report.Incident
  /// Of the whole report.
  var hosts: [Report.Host]
  var coverage: [Report.Coverage]
  var clock: ReportClock
  /// What links and names inside the picture start with.
  var prefix: String
  /// Whether the page is about this incident alone, and has room for every word.
  var alone: Bool

  static let labelWidth = 172.0
  static let plotWidth = 780.0
  static let margin = 42.0
  static let laneHeight = 58.0
  static let top = 46.0
  /// Marks drawn; of more, the telling ones.
  static let mostMarks = 160

  /// Nil where there is nothing to draw.
  var value: TemplateValue? {
    guard !incident.events.isEmpty else { return nil }
    let lanes = laneNames
    let shown = LaneNames(lanes)
    let drawn = drawnEvents
    let scale = TimelineScale(
      times: drawn.map { incident.events[$0].time } + incident.attempts.flatMap { [$0.start, $0.end] },
      width: Self.plotWidth)
    let height = Self.top + Double(lanes.count) * Self.laneHeight + 12
    var value = TemplateValue()
    value.length("height", height)
    value.length("width", Self.labelWidth + Self.plotWidth + 2 * Self.margin)
    value.length("bottom", height - 8)
    value.text("prefix", prefix)
    let seen = Set(incident.events.map(\.host))
    value.text("caption", caption(lanes: lanes.count { seen.contains($0) }, drawn: drawn.count))
    value.list("lanes", lanes.enumerated().map { lane($1, shown.short(of: $1), index: $0, scale) })
    value.list("spans", spans(scale, height: height))
    value.list("ticks", ticks(drawn, scale))
    value.list("marks", marks(drawn, lanes, scale))
    value.list("paths", decidingPaths(drawn, lanes, scale))
    value.flag("alone", alone)
    return value
  }

  /// Client first, then what lies on the way, then the rest, each by first event. Who takes part has a lane even
  /// without a log: that nothing is known of it is what its reader has to see.
  private var laneNames: [String] {
    let seen = incident.events.map(\.host)
    var names: [String] = []
    let parts = [incident.client, incident.gateway, incident.server].compactMap(\.self)
    let order = parts.prefix(1) + incident.clients.filter(seen.contains) + parts.dropFirst() + seen
    for name in order where !names.contains(name) { names.append(name) }
    return Array(names.prefix(14))
  }

  private var drawnEvents: [Int] {
    let all = incident.events.indices
    guard all.count > Self.mostMarks else { return Array(all) }
    let telling = all.sorted { left, right in
      let (first, second) = (weight(incident.events[left]), weight(incident.events[right]))
      return first == second ? left < right : first > second
    }
    return telling.prefix(Self.mostMarks).sorted()
  }

  private func weight(_ event: Report.Event) -> Int {
    if event.deciding { return 3 }
    switch event.mark {
    case .failure, .fault: return 2
    case .start, .success, .change: return 1
    case .progress, .context: return 0
    }
  }

  private func x(_ time: WindowsTime, _ scale: TimelineScale) -> Double {
    Self.labelWidth + Self.margin + scale.place(of: time)
  }

  private func y(_ lane: Int) -> Double { Self.top + (Double(lane) + 0.5) * Self.laneHeight }

  private func lane(_ name: String, _ short: String, index: Int, _ scale: TimelineScale) -> TemplateValue {
    var value = TemplateValue()
    value.text("name", short)
    value.text("whole", short == name ? nil : HTMLText.caption(name, limit: 400))
    let host = hosts.first { $0.name == name }
    let roles = (host?.roles ?? []).map { $0.rawValue.replacing("-", with: " ") }
    let told = host?.hasLogs == true ? roles : roles + ["no log of it"]
    value.text("role", told.joined(separator: ", "))
    value.length("y", y(index))
    value.length("yName", y(index) - 3)
    value.length("yRole", y(index) + 13)
    value.length("top", Self.top + Double(index) * Self.laneHeight)
    value.flag("odd", index % 2 == 1)
    value.length("left", Self.labelWidth + Self.margin / 2)
    value.length("right", Self.labelWidth + Self.plotWidth + 1.5 * Self.margin)
    value.list(
      "hatches",
      TimelineGaps(host: name, coverage: coverage).between(incident).map { gap in
        var hatch = TemplateValue()
        let left = x(gap.range.lowerBound, scale)
        hatch.length("x", left)
        hatch.length("w", max(2, x(gap.range.upperBound, scale) - left))
        // Where one log lacks records others may go on: no more than a strip below the marks.
        let top = Self.top + Double(index) * Self.laneHeight
        hatch.length("y", top + (gap.isPartial ? Self.laneHeight - 9 : 6))
        hatch.length("h", gap.isPartial ? 6 : Self.laneHeight - 12)
        hatch.text("title", gap.title)
        return hatch
      })
    return value
  }

  private func spans(_ scale: TimelineScale, height: Double) -> [TemplateValue] {
    incident.attempts.prefix(60).enumerated().map { index, attempt in
      var value = TemplateValue()
      let left = x(attempt.start, scale) - 9
      value.length("x", left)
      value.length("w", max(18, x(attempt.end, scale) + 9 - left))
      value.length("h", height - Self.top - 6)
      value.number("number", index + 1)
      value.text("title", attempt.text)
      value.length("xText", left + 5)
      value.flag("condition", attempt.kind == .hostCondition)
      return value
    }
  }

  /// Times along the top, as many as have room.
  private func ticks(_ drawn: [Int], _ scale: TimelineScale) -> [TemplateValue] {
    var ticks: [TemplateValue] = []
    var free = -Double.infinity
    var day = ""
    var before: WindowsTime?
    for index in drawn {
      let time = incident.events[index].time
      let place = x(time, scale)
      guard place >= free else { continue }
      var value = TemplateValue()
      value.length("x", place)
      value.text("clock", clock.clock(time))
      let date = clock.day(time)
      value.text("day", date == day ? before.map { "+" + Self.shortGap(time, $0) } : date)
      day = date
      before = time
      free = place + 84
      ticks.append(value)
    }
    return ticks
  }

  private static func shortGap(_ time: WindowsTime, _ before: WindowsTime) -> String {
    Amount.duration(milliseconds: time.seconds(since: before) * 1_000)
  }

  private func marks(_ drawn: [Int], _ lanes: [String], _ scale: TimelineScale) -> [TemplateValue] {
    var labels = LaneLabels(lanes: lanes.count)
    return drawn.compactMap { index -> TemplateValue? in
      let event = incident.events[index]
      guard let lane = lanes.firstIndex(of: event.host) else { return nil }
      var value = TemplateValue()
      let place = x(event.time, scale)
      value.length("x", place)
      value.length("y", y(lane))
      value.text("kind", event.mark.rawValue)
      for kind in Report.Event.Mark.allCases { value.flag(kind.rawValue, kind == event.mark) }
      value.flag("deciding", event.deciding)
      value.number("number", index + 1)
      // Beside a thousand others the name is enough: the table below has the rest, and the script reads it.
      let name = "\(clock.clock(event.time)) \(event.label)"
      value.text("title", alone ? "\(name), \(event.host): \(event.summary)" : name)
      let above = event.deciding ? labels.place(event.label, at: place, lane: lane) : nil
      value.text("label", above == nil ? nil : HTMLText.caption(event.label, limit: LaneLabels.longest))
      // A label at the right edge moves in, or it would be cut off.
      let edge = Self.labelWidth + Self.plotWidth + 2 * Self.margin
      let shift = min(0, edge - place - LaneLabels.half(event.label))
      value.text("xLabel", shift < 0 ? HTMLText.length(shift) : nil)
      value.length("yLabel", above == true ? -14 : 23)
      return value
    }
  }

  /// What connects the deciding events, an attempt at a time: between attempts nothing follows from anything.
  private func decidingPaths(_ drawn: [Int], _ lanes: [String], _ scale: TimelineScale) -> [TemplateValue] {
    var attempts = incident.attempts.map { Set($0.events) }
    let inside = attempts.reduce(into: Set()) { $0.formUnion($1) }
    if attempts.isEmpty || drawn.contains(where: { !inside.contains($0) && incident.events[$0].deciding }) {
      // Evidence outside every attempt, such as a fault of the host before them, belongs to the first.
      let outside = drawn.filter { !inside.contains($0) }
      if attempts.isEmpty { attempts = [Set(outside)] } else { attempts[0].formUnion(outside) }
    }
    return attempts.prefix(60).compactMap { attempt in
      let points = drawn.compactMap { index -> String? in
        let event = incident.events[index]
        guard event.deciding, attempt.contains(index), let lane = lanes.firstIndex(of: event.host) else {
          return nil
        }
        return "\(HTMLText.length(x(event.time, scale))),\(HTMLText.length(y(lane)))"
      }
      guard points.count > 1 else { return nil }
      var value = TemplateValue()
      value.text("points", points.joined(separator: " "))
      return value
    }
  }

  private func caption(lanes: Int, drawn: Int) -> String {
    var text =
      "\(Amount.counted(drawn, "event")) on \(Amount.counted(lanes, "machine")), on one corrected clock. Distances grow with the logarithm of the gap."
    let hidden = incident.events.count - drawn
    if hidden > 0 { text += " \(Amount.counted(hidden, "less telling event")) left out of the picture." }
    return text
  }
}

/// Finds room for labels above and below the marks of a lane.
private struct LaneLabels {
  private var free: [(above: Double, below: Double)]

  init(lanes: Int) { free = Array(repeating: (-Double.infinity, -Double.infinity), count: lanes) }

  /// Half the width a label takes.
  static func half(_ label: String) -> Double { Double(min(label.count, longest)) * 3.4 + 4 }

  /// Characters of a label; longer ones are shortened in the middle.
  static let longest = 36

  /// True above, false below, nil where neither has room.
  mutating func place(_ label: String, at place: Double, lane: Int) -> Bool? {
    let half = Self.half(label)
    if place - half >= free[lane].above {
      free[lane].above = place + half
      return true
    }
    if place - half >= free[lane].below {
      free[lane].below = place + half
      return false
    }
    return nil
  }
}
