import WindowsEventLog

/// An instant for a `<time>` element: for machines, for the reader, and in UTC.
struct HTMLTime {
  var value: TemplateValue

  /// How much of it is shown; the class of the element.
  enum Form: String {
    case full
    /// The time of day alone.
    case clock
    /// Day, hour and minute, under a heading that names the zone.
    case minute
  }

  init(_ time: WindowsTime, _ clock: ReportClock, _ form: Form = .full) {
    value = TemplateValue()
    // Browsers count in milliseconds; the JSON report has every digit.
    let iso = time.iso8601
    value.text("iso", iso.hasSuffix("Z") && iso.contains(".") ? iso.dropLast(5) + "Z" : iso)
    let text =
      switch form {
      case .full: clock.stamp(time)
      case .clock: clock.clock(time)
      case .minute: "\(clock.day(time)) \(clock.clock(time).prefix(5))"
      }
    value.text("text", text)
    value.text("utc", clock.zone == nil ? nil : ReportClock.utc.stamp(time))
    value.text("form", form == .minute ? form.rawValue : nil)
  }
}
