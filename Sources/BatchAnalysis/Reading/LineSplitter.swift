import Foundation

/// Cuts bytes that come in blocks into lines, with a limit on the length of one.
struct LineSplitter {
  /// A longer line is handed over cut off, and its rest dropped.
  let limit: Int
  private var line = Data()

  init(limit: Int) { self.limit = limit }

  /// Takes in a block and hands over each line that ends in it, without its line feed.
  mutating func add(_ block: ArraySlice<UInt8>, _ body: (Data) -> Void) {
    var rest = block
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      keep(rest[..<end])
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      body(line)
      line = Data()
      rest = rest[(end + 1)...]
    }
    keep(rest)
  }

  /// Hands over a last line that has no end.
  mutating func finish(_ body: (Data) -> Void) {
    if !line.isEmpty { body(line) }
    line = Data()
  }

  private mutating func keep(_ part: ArraySlice<UInt8>) {
    line.append(contentsOf: part.prefix(max(0, limit - line.count)))
  }
}
