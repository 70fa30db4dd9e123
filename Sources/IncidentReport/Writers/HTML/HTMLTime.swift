import WindowsEventLog

/// An instant for a `<time>` element: for machines, for the reader, and in UTC.
struct HTMLTime {
  var value: TemplateValue

  /// `short` shows the time of day alone.
  init(_ time: WindowsTime, _ clock: ReportClock, short: Bool = false) {
    value = TemplateValue()
    value.text("iso", time.iso8601)
    value.text("text", short ? clock.clock(time) : clock.stamp(time))
    value.text("utc", clock.zone == nil ? nil : ReportClock.utc.stamp(time))
    value.flag("short", short)
  }
}
