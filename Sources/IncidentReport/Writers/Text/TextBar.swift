/// A bar of block characters.
enum TextBar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// Filled to a fraction, in eighths of a column; anything above nothing shows.
  static func text(_ fraction: Double, width: Int) -> String {
    guard fraction.isFinite else { return String(repeating: "░", count: width) }
    let filled = min(max(fraction, 0), 1) * Double(width * 8)
    let steps = fraction > 0 ? max(1, Int(filled.rounded())) : 0
    let whole = steps / 8
    let part = eighths[steps % 8]
    let rest = width - whole - (part.isEmpty ? 0 : 1)
    return String(repeating: "█", count: whole) + part + String(repeating: "░", count: max(0, rest))
  }
}
