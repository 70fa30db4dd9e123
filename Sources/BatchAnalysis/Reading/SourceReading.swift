import LogArchive
import WindowsEventLog

/// A source as one worker read it, before slices are put together.
struct SourceReading: Sendable {
  var result: SourceResult
  var damage = DamageAccount()
  /// Where records were left unread that may matter beside others, in file order.
  var supporting: [SupportingStretch] = []
  /// The source whose bytes it holds too, where it was not read for that.
  private(set) var original: String?

  init(result: SourceResult) { self.result = result }

  init(copy path: String, of original: String) {
    result = SourceResult(path: path)
    self.original = original
  }

  static func unreadable(_ path: String, _ message: String) -> SourceReading {
    SourceReading(result: .unreadable(path, message))
  }

  static func failed(_ error: ArchiveError) -> SourceReading {
    unreadable(error.path, error.sentence(about: error.path))
  }

  /// Puts the next slice of the same file behind this one.
  mutating func append(_ next: SourceReading) {
    result.summary.merge(next.result.summary)
    result.signals.append(contentsOf: next.result.signals)
    supporting.append(contentsOf: next.supporting)
    result.notices.append(contentsOf: next.result.notices)
    result.isReadable = result.isReadable || next.result.isReadable
    damage.merge(next.damage)
  }

  /// Puts slices together, in the order of the inputs.
  static func assembled(_ pieces: [LogReading.Piece], _ outcomes: [[SourceReading]?]) -> [SourceReading] {
    var readings: [SourceReading] = []
    for (piece, outcome) in zip(pieces, outcomes) {
      guard let outcome else { continue }
      if case .slice(_, _, let index) = piece, index > 0, let next = outcome.first,
        readings.last?.result.path == next.result.path
      {
        readings[readings.count - 1].append(next)
      } else {
        readings.append(contentsOf: outcome)
      }
    }
    return readings
  }

  /// The source with its damage told in a notice.
  var finished: SourceResult {
    var result = result
    if let notice = damage.notice(path: result.path) { result.notices.append(notice) }
    return result
  }
}

extension ArchiveError {
  /// The archive or member it is about.
  var path: String {
    switch self {
    case .unreadable(let path, _), .corrupt(let path, _), .encrypted(let path), .overLimit(let path, _),
      .nestedTooDeep(let path):
      path
    }
  }

  /// Its description without the path in front, which a notice carries itself.
  func sentence(about path: String) -> String { afterPath(description, path) }
}

extension EventLogError {
  /// Its description without the path in front, which a notice carries itself.
  func sentence(about path: String) -> String { afterPath(description, path) }
}

private func afterPath(_ description: String, _ path: String) -> String {
  description.hasPrefix(path + ": ") ? String(description.dropFirst(path.count + 2)) : description
}
