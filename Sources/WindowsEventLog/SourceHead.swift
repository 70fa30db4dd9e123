/// What the first bytes of a source tell about all of it; slices further on are read with it.
struct SourceHead: Sendable, Hashable {
  enum Format: Sendable, Hashable {
    case xml, json, evtx
  }

  var format: Format
  var encoding: TextEncoding
  /// Bytes of the byte order mark.
  var markLength: Int

  /// How many bytes are looked at.
  static let length = 64 << 10

  /// Judges the first bytes of a source, in order: binary log, something else altogether, JSON, XML.
  ///
  /// Throws when they are no export of an event log, with the command that makes one.
  init(_ bytes: [UInt8], name: String) throws(EventLogError) {
    guard !bytes.isEmpty else { throw .empty(path: name) }
    if bytes.withUnsafeBytes({ EVTXSignature.firstChunk(in: $0) }) != nil {
      self.init(format: .evtx, encoding: .utf8(isCertain: true), markLength: 0)
      return
    }
    if let foreign = ForeignFormat.recognise(magic: bytes) {
      throw .notAnEventLog(path: name, found: foreign.found, advice: foreign.advice)
    }
    let (encoding, markLength) = bytes.withUnsafeBytes { EncodingDetector.detect($0) }
    guard bytes.count > markLength else { throw .empty(path: name) }
    let text = Self.plainText(bytes, encoding, markLength)
    if let foreign = ForeignFormat.recognise(text: text) {
      throw .notAnEventLog(path: name, found: foreign.found, advice: foreign.advice)
    }
    self.init(
      format: Self.isJSON(text) ? .json : .xml, encoding: encoding, markLength: markLength)
  }

  private init(format: Format, encoding: TextEncoding, markLength: Int) {
    self.format = format
    self.encoding = encoding
    self.markLength = markLength
  }

  /// The first characters as UTF-8, however they are encoded.
  static func plainText(_ bytes: [UInt8], _ encoding: TextEncoding, _ markLength: Int) -> [UInt8] {
    let rest = bytes.dropFirst(markLength).prefix(8 << 10)
    guard case .utf16(let bigEndian) = encoding else { return Array(rest) }
    return [UInt8](unsafeUninitializedCapacity: UTF16Transcoder.capacity(for: rest.count)) { output, count in
      guard let base = output.baseAddress else { return }
      count = rest.withUnsafeBytes {
        UTF16Transcoder(isBigEndian: bigEndian).transcode($0, isLast: true, into: base).written
      }
    }
  }

  /// Whether the first thing, after evtx_dump's `Record N` lines, opens a JSON value.
  private static func isJSON(_ text: [UInt8]) -> Bool {
    var index = 0
    while true {
      while index < text.count, isXMLBlank(text[index]) { index += 1 }
      guard text[index...].starts(with: "Record ".utf8) else { break }
      while index < text.count, text[index] != 0x0A { index += 1 }
    }
    guard index < text.count else { return false }
    return text[index] == UInt8(ascii: "{") || text[index] == UInt8(ascii: "[")
  }
}
