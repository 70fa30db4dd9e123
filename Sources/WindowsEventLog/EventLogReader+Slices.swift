extension EventLogReader {
  /// Cuts a file into stretches of about `size` bytes that can be read side by side.
  ///
  /// Each begins where a record begins; together they are the whole file, in order. One stretch when
  /// the file is small or cannot be cut. Throws when it cannot be opened, is a pipe (whose bytes cannot be
  /// read twice), is empty, or is recognised as something else. Reads the file's head and a little at each cut.
  public static func slices(of path: String, size: Int) throws(EventLogError) -> [LogSlice] {
    let file = try FileByteSource(path: path)
    guard let total = try file.size() else {
      throw .unreadable(path: path, offset: 0, reason: "it is no regular file, read it as a whole")
    }
    var source: any ByteSource = file
    let headBytes = try Self.head(of: &source)
    let head = try SourceHead(headBytes, name: path)
    guard size > 0, total > UInt64(size) else {
      return [LogSlice(offset: 0, length: total, head: head)]
    }
    if head.format == .evtx {
      let starts = try EVTXSlices.starts(path, head: headBytes, total: total, size: size)
      return zip(starts, starts.dropFirst() + [total]).map {
        LogSlice(offset: $0, length: $1 - $0, head: head)
      }
    }
    var starts: [UInt64] = [0]
    var target = UInt64(size)
    while target < total {
      if let start = try recordStart(path, from: target, total: total, head: head),
        start > starts[starts.count - 1]
      {
        starts.append(start)
        target = max(target, start)
      }
      target += UInt64(size)
    }
    starts.append(total)
    return zip(starts, starts.dropFirst()).map { LogSlice(offset: $0, length: $1 - $0, head: head) }
  }

  /// The offset of the first record that starts at or after an offset and follows the end of a tag.
  private static func recordStart(
    _ path: String, from offset: UInt64, total: UInt64, head: SourceHead
  ) throws(EventLogError) -> UInt64? {
    // Units of UTF-16 begin at offsets of one parity, with or without a byte order mark.
    let offset = head.encoding.isWide ? offset & ~1 : offset
    let source = try FileByteSource(path: path, range: offset..<total)
    let window = TextWindow(
      source: source, encoding: head.encoding, origin: offset, limit: ReaderLimits().recordBytes)
    while try window.refill(keeping: 0) {
      let text = window.text
      let framer = RecordFramer(text, isComplete: window.isAtEnd)
      if head.format == .json {
        if let start = JSONFramer(text: text, isComplete: window.isAtEnd).lineStart() {
          return window.offset(of: start)
        }
        continue
      }
      var from = 0
      while let start = framer.recordStart(from: from, to: text.count) {
        var before = start - 1
        while before >= 0, isXMLBlank(text[before]) { before -= 1 }
        if before >= 0, text[before] == UInt8(ascii: ">") { return window.offset(of: start) }
        from = start + 1
      }
    }
    return nil
  }
}
