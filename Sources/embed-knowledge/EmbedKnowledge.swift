import Foundation

/// The build tool: `embed-knowledge OUTPUT FOLDER FILE...` writes the files as one Swift source.
@main
struct EmbedKnowledge {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 2 else {
      stop("usage: embed-knowledge OUTPUT FOLDER FILE...")
    }
    let paths = Array(arguments)
    do {
      let folder = URL(filePath: paths[1], directoryHint: .isDirectory)
      let files = try paths.dropFirst(2).map { try EmbeddedFile(url: URL(filePath: $0), below: folder) }
      let source = GeneratedSource(files: files).text
      try Data(source.utf8).write(to: URL(filePath: paths[0]), options: .atomic)
    } catch {
      stop("\(error)")
    }
  }

  /// Says why on standard error, in the form build systems show, and ends.
  static func stop(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("error: \(reason)\n".utf8))
    exit(1)
  }
}
