/// The stretch of a source a reader looks at, as UTF-8 or as the ANSI bytes it came in.
///
/// It grows only while one record does not fit, up to the limit on records; offsets are given in
/// the bytes of the source, whatever its encoding.
final class TextWindow {
  /// Bytes taken from the source at a time: small enough to stay in a core's second-level cache.
  private static let stretch = 256 << 10

  private var source: any ByteSource
  private let transcoder: UTF16Transcoder?
  private let limit: Int
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0
  private var raw: UnsafeMutableRawBufferPointer
  private var rawCount = 0
  private(set) var isAtEnd = false
  /// Bytes taken from the source so far.
  private(set) var bytesRead: UInt64 = 0
  /// A place whose original offset is known, from which later ones are counted.
  private var anchor: (index: Int, offset: UInt64)

  /// `origin` is the offset of the source's first byte, after any byte order mark; `limit` the most bytes to hold.
  init(source: any ByteSource, encoding: TextEncoding, origin: UInt64, limit: Int) {
    self.source = source
    if case .utf16(let bigEndian) = encoding {
      transcoder = UTF16Transcoder(isBigEndian: bigEndian)
      raw = .allocate(byteCount: Self.stretch, alignment: 16)
    } else {
      transcoder = nil
      raw = .init(start: nil, count: 0)
    }
    self.limit = limit
    capacity = 2 * Self.stretch
    storage = .allocate(capacity: capacity + TextPadding.bytes)
    // Only what lies after the text must hold something; the rest is written before it is read.
    storage.initialize(repeating: 0, count: TextPadding.bytes)
    anchor = (0, origin)
  }

  deinit {
    storage.deallocate()
    raw.deallocate()
  }

  var text: PaddedText { PaddedText(base: UnsafePointer(storage), count: count) }

  /// The offset in the source of a place in the text.
  ///
  /// Cheap for places at or after the last one asked for; earlier ones are counted back.
  func offset(of index: Int) -> UInt64 {
    if transcoder == nil { return anchor.offset &+ UInt64(truncatingIfNeeded: index - anchor.index) }
    if index >= anchor.index {
      anchor = (index, anchor.offset + originalLength(anchor.index, index))
      return anchor.offset
    }
    return anchor.offset - originalLength(index, anchor.index)
  }

  private func originalLength(_ start: Int, _ end: Int) -> UInt64 {
    var units: UInt64 = 0
    for index in start..<end {
      let byte = storage[index]
      if byte & 0xC0 != 0x80 { units += byte >= 0xF0 ? 2 : 1 }
    }
    return units * 2
  }

  /// Gives up the text before an index and takes more; the index becomes 0.
  ///
  /// False when nothing came: the source is at its end, or the text kept has reached the limit.
  func refill(keeping index: Int) throws(EventLogError) -> Bool {
    let first = offset(of: index)
    let kept = count - index
    if index > 0 {
      storage.update(from: storage + index, count: kept)
      count = kept
    }
    anchor = (0, first)
    if isAtEnd || kept >= limit { return false }
    let room = transcoder == nil ? Self.stretch : UTF16Transcoder.capacity(for: Self.stretch)
    if capacity - count < room { grow(to: max(capacity * 2, count + room)) }
    let before = count
    while count == before, !isAtEnd { try take() }
    for padding in 0..<TextPadding.bytes { storage[count + padding] = 0 }
    return count > before
  }

  private func take() throws(EventLogError) {
    guard let transcoder else {
      let target = UnsafeMutableRawBufferPointer(start: storage + count, count: Self.stretch)
      let taken = try source.read(into: target)
      count += taken
      bytesRead += UInt64(taken)
      isAtEnd = taken == 0
      return
    }
    let target = UnsafeMutableRawBufferPointer(rebasing: raw[rawCount...])
    let taken = try source.read(into: target)
    bytesRead += UInt64(taken)
    rawCount += taken
    isAtEnd = taken == 0
    let input = UnsafeRawBufferPointer(rebasing: raw[..<rawCount])
    let step = transcoder.transcode(input, isLast: isAtEnd, into: storage + count)
    count += step.written
    let rest = rawCount - step.taken
    if rest > 0, let base = raw.baseAddress { base.copyMemory(from: base + step.taken, byteCount: rest) }
    rawCount = rest
  }

  private func grow(to size: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size + TextPadding.bytes)
    larger.initialize(from: storage, count: count)
    storage.deallocate()
    storage = larger
    capacity = size
  }
}
