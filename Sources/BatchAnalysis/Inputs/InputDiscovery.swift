import Foundation

/// Turns the paths of a command line into the files to read: folders recursively, each file once.
///
/// Within a folder the order is that of the names' bytes, so that it is the same on every machine.
public struct InputDiscovery {
  public private(set) var inputs: [Input] = []
  public private(set) var notices: [AnalysisNotice] = []
  private var seen: Set<FileStatus.Identity> = []

  /// Folders inside folders are followed no deeper than this.
  public static let maximumDepth = 64

  public init(paths: [String]) {
    for path in paths { add(path) }
  }

  private mutating func add(_ path: String) {
    if path == "-" {
      if !inputs.contains(where: { $0.path == Input.standardInput.path }) {
        inputs.append(.standardInput)
      }
      return
    }
    // The target's own numbers: two names of one file are one input.
    guard let status = FileStatus(of: path, followingLinks: true) else {
      notices.append(
        AnalysisNotice(
          path: path, kind: .missing, message: "no such file or folder; check the path"))
      return
    }
    guard status.kind == .folder else { return addFile(path, status) }
    let before = inputs.count
    let noticesBefore = notices.count
    addFolder(path, depth: 0)
    if inputs.count == before, notices.count == noticesBefore {
      notices.append(
        AnalysisNotice(
          path: path, kind: .unreadable,
          message: "the folder holds no files; give the folder the logs were exported to"))
    }
  }

  private mutating func addFolder(_ folder: String, depth: Int) {
    guard depth < Self.maximumDepth else {
      notices.append(
        AnalysisNotice(path: folder, kind: .unreadable, message: "lies too deep and is not looked into"))
      return
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      notices.append(
        AnalysisNotice(
          path: folder, kind: .unreadable, message: "the folder cannot be opened; check its permissions"))
      return
    }
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      let status = FileStatus(of: path, followingLinks: false)
      switch status?.kind {
      case .folder: addFolder(path, depth: depth + 1)
      case .regular: if let status { addFile(path, status) }
      case .symbolicLink:
        // Inside the folder its target is read anyway; outside it was not asked for.
        notices.append(
          AnalysisNotice(
            path: path, kind: .skipped,
            message: "is a symbolic link and not followed; name its target to have it read"))
      case .other, nil:
        notices.append(
          AnalysisNotice(
            path: path, kind: .skipped,
            message: "is no regular file and not read; what comes from a program is read from standard input")
        )
      }
    }
  }

  private mutating func addFile(_ path: String, _ status: FileStatus) {
    guard seen.insert(status.identity).inserted else { return }
    inputs.append(Input(path: path, kind: status.kind == .regular ? .file(bytes: status.bytes) : .stream))
  }
}
