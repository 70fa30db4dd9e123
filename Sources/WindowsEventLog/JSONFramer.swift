/// Finds where JSON objects begin and end, by bytes.
struct JSONFramer {
  let text: PaddedText
  let isComplete: Bool

  enum End {
    case closed(Int)
    /// Another record begins here although this one was not closed.
    case cutOff(by: Int)
    case open
  }

  /// The end of the object that begins at an index.
  ///
  /// A `{` or `Record ` at the very start of a line begins a new record: no exporter indents the
  /// inside of an object by nothing.
  func end(from start: Int) -> End {
    var depth = 0
    var isInString = false
    var index = start
    while index < text.count {
      if isInString {
        index = nextInString(from: index)
        guard index < text.count else { break }
      }
      let byte = text[index]
      if isInString {
        if byte == UInt8(ascii: "\\") {
          index += 2
          continue
        }
        if byte == UInt8(ascii: "\"") { isInString = false }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
        if depth <= 0 { return .closed(index + 1) }
      }
      if byte == 0x0A, index > start, let next = lineStart(after: index) { return .cutOff(by: next) }
      index += 1
    }
    return .open
  }

  /// The next quote, backslash or line end inside a string, eight bytes at a time; the end of the text without one.
  private func nextInString(from start: Int) -> Int {
    var index = start
    while index < text.count {
      let word = text.word(at: index)
      let found =
        WordCompare.equal(word, UInt8(ascii: "\"")) | WordCompare.equal(word, UInt8(ascii: "\\"))
        | WordCompare.equal(word, 0x0A)
      if found != 0 { return min(index + WordCompare.first(found), text.count) }
      index += 8
    }
    return text.count
  }

  /// Where a record begins right after a line end.
  private func lineStart(after index: Int) -> Int? {
    let next = index + 1
    guard next < text.count else { return nil }
    return text[next] == UInt8(ascii: "{") || text.holds("Record ", at: next) ? next : nil
  }

  /// Where the first line begins, but that at the start of the text, that begins a record whatever stands before it.
  func lineStart() -> Int? {
    var from = 0
    while let end = text.first(0x0A, from: from) {
      if let start = lineStart(after: end) { return start }
      from = end + 1
    }
    return nil
  }

  /// The next start of an object at or after an index that stands at the start of a line or after a
  /// bracket or comma; nil when the text ends first.
  func nextObject(from start: Int) -> Int? {
    var index = start
    while index < text.count {
      if text[index] == UInt8(ascii: "{") { return index }
      index += 1
    }
    return nil
  }

  /// The index after the next line end, or the end of the text.
  func nextLine(from start: Int) -> Int {
    var index = start
    while index < text.count, text[index] != 0x0A { index += 1 }
    return min(index + 1, text.count)
  }

  /// Whether an object may end here: a line end, a comma or a bracket follows.
  func isObjectEnd(_ index: Int) -> Bool {
    var place = index
    while place < text.count, text[place] == 0x20 || text[place] == 0x09 || text[place] == 0x0D { place += 1 }
    guard place < text.count else { return true }
    let byte = text[place]
    return byte == 0x0A || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "{")
  }
}
