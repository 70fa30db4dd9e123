import Foundation
import Testing

@testable import IncidentReport

/// WCAG 2.2 contrast of every text colour on every ground, in light, dark and print.
@Suite struct StyleContrastTests {
  private static let texts = ["ink", "soft", "accent", "bad", "warn", "good"]
  private static let grounds = ["ground", "surface", "lane"]
  /// Colours with a ground of their own.
  private static let pairs = [
    ("bad", "bad-soft"), ("warn", "warn-soft"), ("good", "good-soft"), ("accent", "accent-soft"),
    ("ink", "bad-soft"), ("ink", "good-soft"), ("ink", "warn-soft"), ("ink", "code"), ("soft", "bad-soft"),
    ("soft", "accent-soft"), ("surface", "accent"),
  ]

  @Test func `text reaches 4.5 to 1 everywhere`() throws {
    let style = try HTMLTemplates().style
    let blocks = style.components(separatedBy: ":root {").dropFirst()
    #expect(blocks.count == 3)
    for block in blocks {
      let colors = Self.colors(in: block.components(separatedBy: "}").first ?? "")
      let wanted = Self.pairs + Self.texts.flatMap { text in Self.grounds.map { (text, $0) } }
      for (text, ground) in wanted {
        let first = try #require(colors[text], "\(text)")
        let second = try #require(colors[ground], "\(ground)")
        let contrast = Self.contrast(first, second)
        #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
      }
    }
  }

  private static func colors(in block: String) -> [String: [Double]] {
    var colors: [String: [Double]] = [:]
    for match in block.matches(of: /--([a-z-]+): #([0-9a-fA-F]{3,6})/) {
      let digits = match.2.count == 3 ? match.2.flatMap { [$0, $0] } : Array(match.2)
      colors[String(match.1)] = stride(from: 0, to: 6, by: 2).map { index in
        Double(Int(String(digits[index..<index + 2]), radix: 16) ?? 0) / 255
      }
    }
    return colors
  }

  private static func contrast(_ first: [Double], _ second: [Double]) -> Double {
    let lights = [luminance(first), luminance(second)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private static func luminance(_ color: [Double]) -> Double {
    let linear = color.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
