import EventSignals
import Foundation

/// Reads an extract back into the sources it was made from.
struct ExtractReader {
  /// The extract's own path, for notices.
  let path: String
  private(set) var sources: [SourceResult] = []
  private var lines = 0
  private var damaged = 0
  private var firstDamaged = 0
  private let decoder = JSONDecoder()

  /// Bytes a line may have.
  static let maximumLine = 64 << 20

  init(path: String) { self.path = path }

  /// Takes in one line without its end.
  mutating func add(line: Data) {
    lines += 1
    if line.isEmpty { return }
    if line.starts(with: ExtractHeader.mark) {
      if let header = try? decoder.decode(ExtractHeader.self, from: line),
        header.faultlineExtract == ExtractHeader.version
      {
        sources.append(header.source)
        return
      }
      if let told = try? decoder.decode(ExtractNotices.self, from: line),
        told.faultlineExtract == ExtractHeader.version
      {
        sources.append(SourceResult(path: path, notices: told.notices, isReadable: false))
        return
      }
    } else if sources.last?.isReadable == true, let signal = try? decoder.decode(Signal.self, from: line) {
      sources[sources.count - 1].signals.append(signal)
      return
    }
    damaged += 1
    if firstDamaged == 0 { firstDamaged = lines }
  }

  /// The sources, with a notice about lines that could not be read.
  func finish() -> [SourceResult] {
    guard damaged > 0 else { return sources }
    let message =
      "\(damaged) of \(lines) lines of the extract cannot be read, the first is line \(firstDamaged); "
      + "extract the logs again with this version"
    let notice = AnalysisNotice(path: path, kind: sources.isEmpty ? .unreadable : .damaged, message: message)
    if sources.isEmpty { return [SourceResult(path: path, notices: [notice], isReadable: false)] }
    var marked = sources
    marked[marked.count - 1].notices.append(notice)
    return marked
  }
}
