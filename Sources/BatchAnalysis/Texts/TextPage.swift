/// Plain text put together line by line, wrapped at a width; control characters are made visible.
struct TextPage {
  private(set) var text = ""
  let width: Int

  init(width: Int) { self.width = max(40, width) }

  mutating func blank() { text += "\n" }

  /// One line, however long.
  mutating func line(_ content: String, indent: Int = 0) {
    text += String(repeating: " ", count: indent) + Self.harmless(content) + "\n"
  }

  /// Words wrapped at the width.
  mutating func paragraph(_ content: String, indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    var current = ""
    for word in Self.harmless(content).split(separator: " ") {
      if !current.isEmpty, indent + current.count + 1 + word.count > width {
        text += margin + current + "\n"
        current = ""
      }
      current += current.isEmpty ? String(word) : " " + word
    }
    if !current.isEmpty { text += margin + current + "\n" }
  }

  /// Rows of cells in columns; the last column is as long as it is.
  mutating func table(_ rows: [[String]], indent: Int = 0) {
    let rows = rows.map { $0.map(Self.harmless) }
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    for row in rows {
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        line += cell
        if column + 1 < row.count { line += String(repeating: " ", count: widths[column] - cell.count + 2) }
      }
      text += line + "\n"
    }
  }

  /// Control characters and marks that turn the direction of text, spelled out.
  static func harmless(_ content: String) -> String {
    var shown = ""
    for scalar in content.unicodeScalars {
      if scalar.properties.generalCategory == .control || scalar.properties.isBidiControl {
        shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
