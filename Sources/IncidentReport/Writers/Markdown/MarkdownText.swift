/// Text from anywhere as Markdown (CommonMark 0.31, GFM tables) that shows as it is written.
enum MarkdownText {
  /// Inline text: every character with a meaning escaped, controls shown, on one line.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    // By scalars: a mark joined to a `<` would make another character of it.
    for scalar in HostileText.shown(text).unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "#", "+", "!", "|", "~", "$", "=":
        escaped += "\\" + String(scalar)
      // Renderers link bare addresses by these; a stranger's link is nothing to click on.
      case ":": escaped += "&#58;"
      case "@": escaped += "&#64;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Our own sentences may hold colons; only what could turn into a link or markup is escaped.
  static func prose(_ text: String) -> String {
    escaped(text).replacing("&#58; ", with: ": ")
  }

  /// A fenced block whose fence no run of backticks inside can end.
  static func fenced(_ code: String, language: String, indent: String = "") -> String {
    var longest = 0
    var run = 0
    for byte in code.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let lines = HostileText.shown(code, keepingLines: true)
      .split(separator: "\n", omittingEmptySubsequences: false).map { indent + $0 }
    return "\(indent)\(fence)\(language)\n\(lines.joined(separator: "\n"))\n\(indent)\(fence)\n"
  }

  static func row(_ cells: [String]) -> String {
    "| \(cells.map(prose).joined(separator: " | ")) |\n"
  }

  static func table(_ titles: [String], _ rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    let rule = "|\(titles.map { _ in " --- " }.joined(separator: "|"))|\n"
    return row(titles) + rule + rows.map(row).joined() + "\n"
  }
}
