import Mustache

/// The templates of the HTML report, as they lie in `Templates/`.
struct HTMLTemplates {
  let style: String
  let script: String
  private let library: MustacheLibrary

  /// Parses every template; throws `ReportError.template` for one that is missing or is no Mustache.
  init() throws(ReportError) {
    var library = MustacheLibrary()
    var texts: [String: String] = [:]
    for file in EmbeddedFiles.files { texts[file.path.description] = file.content.description }
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".mustache") {
      let name = path.split(separator: "/").last?.dropLast(".mustache".count) ?? ""
      do {
        try library.register(Self.lean(text), named: String(name))
      } catch {
        throw .template(name: path, problem: "\(error)")
      }
    }
    guard let style = texts["Templates/style.css"] else {
      throw .template(name: "style.css", problem: "missing")
    }
    guard let script = texts["Templates/script.js"] else {
      throw .template(name: "script.js", problem: "missing")
    }
    self.style = style
    self.script = script
    self.library = library
  }

  func render(_ name: String, _ value: TemplateValue) throws(ReportError) -> String {
    guard let text = library.render(value, withTemplate: name) else {
      throw .template(name: name, problem: "missing")
    }
    return text
  }

  /// Without the indentation and line ends that only its editor needs: a report of a thousand incidents has
  /// each template a thousand times, and a browser makes a node of every blank between two tags.
  ///
  /// Sections keep lines of their own, so that two pages can be compared.
  private static func lean(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { line in line.drop { $0 == " " } }.filter { !$0.isEmpty }
    return lines.enumerated().map { index, line in
      index > 0 && line.hasPrefix("<section") ? "\n" + line : String(line)
    }.joined()
  }
}
