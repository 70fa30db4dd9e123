/// Lines of terminal text, wrapped to a width; nothing from a log can act on the terminal.
///
/// Only this type writes control sequences: every text passes through `HostileText` first.
struct TextCanvas {
  private(set) var bytes: [UInt8] = []
  /// Columns.
  let width: Int
  let color: Bool

  init(width: Int, color: Bool) {
    self.width = max(40, width)
    self.color = color
  }

  /// A stretch of one look.
  struct Run {
    var text: String
    var style: TextStyle

    init(_ text: String, _ style: TextStyle = .plain) {
      self.text = text
      self.style = style
    }
  }

  mutating func blank() { bytes.append(UInt8(ascii: "\n")) }

  /// A title between two blank lines, ruled off to the right.
  mutating func heading(_ text: String, _ style: TextStyle = .strong) {
    blank()
    let shown = HostileText.shown(text)
    let rule = max(3, width - TextWidth.of(shown) - 1)
    line([Run(shown, style), Run(" " + String(repeating: "─", count: rule), .faint)])
  }

  /// A line as it is, never wrapped: commands must stay whole to be copied.
  mutating func line(_ runs: [Run], indent: Int = 0) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    for run in runs { put(HostileText.shown(run.text), run.style) }
    blank()
  }

  /// Text wrapped at blanks; the first line starts with `lead`, the others hang below its end.
  mutating func paragraph(
    _ text: String, indent: Int = 0, lead: String = "", leadStyle: TextStyle = .plain,
    style: TextStyle = .plain
  ) {
    let hang = indent + TextWidth.of(lead)
    let lines = TextWidth.wrapped(HostileText.shown(text), to: max(20, width - hang))
    for (index, text) in lines.enumerated() {
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: index == 0 ? indent : hang))
      if index == 0 { put(HostileText.shown(lead), leadStyle) }
      put(text, style)
      blank()
    }
  }

  private mutating func put(_ text: String, _ style: TextStyle) {
    if color { bytes.append(contentsOf: style.on.utf8) }
    bytes.append(contentsOf: text.utf8)
    if color { bytes.append(contentsOf: style.off.utf8) }
  }
}
