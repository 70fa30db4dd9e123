import WindowsEventLog

/// Where an instant lies on the picture.
///
/// Milliseconds decide a handshake and days lie between a policy change and its effect, so distances
/// grow with the logarithm of the gap: order and closeness stay true, empty hours take little room.
struct TimelineScale {
  /// Distinct times, ascending.
  private let times: [WindowsTime]
  /// The place of each, ascending, 0 to `width`.
  private let places: [Double]
  let width: Double

  init(times all: [WindowsTime], width: Double) {
    times = Array(Set(all)).sorted()
    self.width = width
    var steps: [Double] = [0]
    for (before, after) in zip(times, times.dropFirst()) {
      steps.append((steps.last ?? 0) + Self.step(milliseconds: after.seconds(since: before) * 1_000))
    }
    let total = steps.last ?? 0
    places = total > 0 ? steps.map { $0 / total * width } : steps.map { _ in width / 2 }
  }

  private static func step(milliseconds: Double) -> Double {
    var size = 1.0
    var decades = 0.6
    // Counts decades without a logarithm, so that every platform draws the same bytes.
    while size * 10 <= milliseconds, decades < 14 {
      size *= 10
      decades += 1
    }
    return decades + min(max(milliseconds / size, 0), 10) / 10
  }

  /// Instants between known ones are put in proportion, those outside at the ends.
  func place(of time: WindowsTime) -> Double {
    guard let first = times.first, let last = times.last else { return width / 2 }
    if time <= first { return places[0] }
    if time >= last { return places[places.count - 1] }
    var low = 0
    var high = times.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if times[middle] <= time { low = middle } else { high = middle }
    }
    let span = times[high].seconds(since: times[low])
    let share = span > 0 ? time.seconds(since: times[low]) / span : 0
    return places[low] + share * (places[high] - places[low])
  }
}
