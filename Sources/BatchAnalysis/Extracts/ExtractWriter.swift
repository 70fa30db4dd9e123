import EventSignals
import Foundation

/// Writes sources as an extract: for each a header line, then a line a signal.
public struct ExtractWriter {
  private let encoder: JSONEncoder

  public init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// The lines of everything that was read: what is to be told about the inputs, then each source.
  public func lines(of site: ReadSite) throws -> [UInt8] {
    var bytes = site.notices.isEmpty ? [] : try header(ExtractNotices(notices: site.notices))
    for source in site.sources { bytes += try lines(of: source) }
    return bytes
  }

  /// The lines of one source, in UTF-8, each ending in a line feed.
  func lines(of source: SourceResult) throws -> [UInt8] {
    var bytes = try header(ExtractHeader(source))
    for signal in source.signals {
      bytes.append(contentsOf: try encoder.encode(signal))
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The mark comes first, whatever the order of the keys, so that a first glance knows an extract.
  private func header(_ header: some Encodable) throws -> [UInt8] {
    var json = String(decoding: try encoder.encode(header), as: UTF8.self)
    let mark = "\"faultlineExtract\":\(ExtractHeader.version)"
    if let place = json.range(of: mark + ",") {
      json.removeSubrange(place)
      json = "{\(mark),\(json.dropFirst())"
    }
    return Array(json.utf8) + [UInt8(ascii: "\n")]
  }
}
