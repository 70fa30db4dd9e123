/// The rows of a comma-separated text (RFC 4180: quoted cells, doubled quotes), the first being names.
struct CommaSeparatedValues {
  /// Column names to their places.
  let columns: [String: Int]
  let rows: [[String]]

  /// O(n) in the bytes of the text.
  init(_ text: StaticString) {
    var all = text.withUTF8Buffer { Self.rows(of: $0) }
    let header = all.isEmpty ? [] : all.removeFirst()
    columns = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
    rows = all
  }

  /// A cell by its column's name; empty where the row is too short or has no such column.
  func cell(_ column: String, of row: [String]) -> String {
    guard let place = columns[column], place < row.count else { return "" }
    return row[place]
  }

  private static func rows(of bytes: UnsafeBufferPointer<UInt8>) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var quoted = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if quoted {
        if byte != UInt8(ascii: "\"") {
          cell.append(byte)
        } else if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
          cell.append(byte)
          index += 1
        } else {
          quoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): quoted = true
      case UInt8(ascii: ","), UInt8(ascii: "\n"):
        row.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        if byte == UInt8(ascii: "\n") {
          rows.append(row)
          row.removeAll()
        }
      case UInt8(ascii: "\r"): break
      default: cell.append(byte)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [String(decoding: cell, as: UTF8.self)]) }
    return rows
  }
}
