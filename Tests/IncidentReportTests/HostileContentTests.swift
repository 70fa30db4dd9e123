import Foundation
import IncidentReport
import Testing

@Suite struct HostileContentTests {
  @Test(arguments: ["text", "markdown", "html", "json", "csv"])
  func `no format lets control characters or reordering marks through`(_ format: String) throws {
    let text = String(decoding: try bytes(format), as: UTF8.self)
    let allowed: Set<Unicode.Scalar> = ["\n", "\r"]
    let acting = text.unicodeScalars.first { scalar in
      !allowed.contains(scalar)
        && (scalar.properties.generalCategory == .control
          || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value))
    }
    #expect(acting == nil)
  }

  @Test func `coloured text holds no control sequence but its own`() throws {
    let bytes = try TextReportWriter(width: 100, color: true).write(SampleHostile.report())
    let text = String(decoding: bytes, as: UTF8.self)
    for part in text.split(separator: "\u{1B}").dropFirst() {
      let sequence = part.prefix { $0 != "m" }
      #expect(sequence.allSatisfy { $0 == "[" || $0.isNumber }, "\(sequence.prefix(20))")
    }
  }

  @Test func `HTML has no markup but its own`() throws {
    let text = String(decoding: try bytes("html"), as: UTF8.self)
    let tags = text.unicodeScalars.split { $0 == "<" }.dropFirst().map { scalars in
      String(String.UnicodeScalarView(scalars.prefix { $0.properties.isAlphabetic }))
    }
    #expect(tags.count { $0 == "script" } == 1)
    #expect(!tags.contains("img"))
    // A stranger's handler may be read as text, never stand inside a tag.
    var inTag = false
    var attribute = ""
    var quote: Unicode.Scalar?
    var found: [String] = []
    let body = text.unicodeScalars.drop { $0 != "\u{3C}" }
    let page = String(String.UnicodeScalarView(body)).components(separatedBy: "<body>").last ?? ""
    for scalar in (page.components(separatedBy: "<script>").first ?? "").unicodeScalars {
      if let open = quote {
        if scalar == open { quote = nil }
      } else if inTag, scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if scalar == "<" {
        inTag = true
        attribute = ""
      } else if scalar == ">" {
        inTag = false
        if attribute.contains(" on") { found.append(attribute) }
      } else if inTag {
        attribute.unicodeScalars.append(scalar)
      }
    }
    #expect(found.isEmpty)
  }

  @Test func `CSV cells start no formula`() throws {
    let text = String(decoding: try bytes("csv"), as: UTF8.self)
    for cell in text.components(separatedBy: ",\"").dropFirst() {
      let first = cell.unicodeScalars.first { $0 != " " }
      #expect(first.map { !"=+-@\u{FF1D}".unicodeScalars.contains($0) } ?? true, "\(cell.prefix(20))")
    }
  }

  @Test func `Markdown has no link or block of a stranger`() throws {
    var fence: Substring?
    var prose: [Substring] = []
    for line in String(decoding: try bytes("markdown"), as: UTF8.self).split(separator: "\n") {
      let ticks = line.drop { $0 == " " }.prefix { $0 == "`" }
      if let open = fence {
        if ticks == open { fence = nil }
      } else if ticks.count >= 3 {
        fence = ticks
      } else {
        prose.append(line)
      }
    }
    #expect(fence == nil)
    for line in prose {
      #expect(!line.contains("](") && !line.contains("://attacker"), "\(line.prefix(80))")
      #expect(!line.unicodeScalars.contains("<") || line.hasPrefix("- <https://"), "\(line.prefix(80))")
      #expect(!line.hasPrefix("# heading"))
    }
  }

  @Test func `JSON parses`() throws {
    _ = try JSONSerialization.jsonObject(with: Data(try bytes("json")))
  }

  private func bytes(_ format: String) throws -> [UInt8] {
    let report = try SampleHostile.report()
    switch format {
    case "text": return TextReportWriter().write(report)
    case "markdown": return MarkdownReportWriter().write(report)
    case "html": return try HTMLReportWriter().write(report)
    case "json": return JSONReportWriter().write(report)
    default: return CSVReportWriter().write(report)
    }
  }
}
