/// A run's progress in words: bytes, files, rate and time left.
public struct ProgressLine: Sendable, Hashable {
  private let progress: AnalysisProgress
  private let seconds: Double

  /// - Parameter seconds: Time since the start.
  public init(_ progress: AnalysisProgress, seconds: Double) {
    self.progress = progress
    self.seconds = seconds
  }

  /// `read 12 of 40 files, 1.2 of 3.4 GB, 310 MB/s, 7 s left`.
  public var text: String {
    var parts = ["read \(progress.filesDone) of \(progress.filesTotal) files"]
    if progress.bytesTotal > 0 {
      parts.append("\(Self.bytes(progress.bytesDone)) of \(Self.bytes(progress.bytesTotal))")
      if seconds > 0.2, progress.bytesDone > 0 {
        let rate = Double(progress.bytesDone) / seconds
        parts.append("\(Self.bytes(UInt64(rate)))/s")
        let left = Double(progress.bytesTotal &- min(progress.bytesDone, progress.bytesTotal)) / rate
        if left >= 1 { parts.append("\(Self.duration(left)) left") }
      }
    }
    return parts.joined(separator: ", ")
  }

  /// The same behind a bar that takes the room left, cut to the width of a terminal.
  public func bar(width: Int) -> String {
    let cells = min(20, width - 4 - text.count)
    guard cells >= 4 else { return String(text.prefix(max(10, width - 1))) }
    let full = Int((progress.fraction * Double(cells)).rounded(.down))
    let bar = String(repeating: "#", count: full) + String(repeating: "-", count: cells - full)
    return String("[\(bar)] \(text)".prefix(max(10, width - 1)))
  }

  private static func bytes(_ count: UInt64) -> String {
    var value = Double(count)
    for unit in ["B", "KB", "MB"] {
      if value < 1000 { return "\(rounded(value, unit == "B")) \(unit)" }
      value /= 1000
    }
    return "\(rounded(value, false)) GB"
  }

  private static func rounded(_ value: Double, _ whole: Bool) -> String {
    whole || value >= 100 ? "\(Int(value.rounded()))" : "\((value * 10).rounded() / 10)"
  }

  private static func duration(_ seconds: Double) -> String {
    guard seconds >= 60 else { return "\(Int(seconds.rounded())) s" }
    let minutes = Int((seconds / 60).rounded(.up))
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
