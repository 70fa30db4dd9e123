import Foundation

/// Turns the paths of a command line into the files to read: folders recursively, each file once.
///
/// Within a folder the order is that of the names' bytes, so that it is the same on every machine.
public struct InputDiscovery {
  public private(set) var inputs: [Input] = []
  public private(set) var notices: [AnalysisNotice] = []
  /// Device and file numbers of what is in `inputs`.
  private var seen: Set<[UInt64]> = []

  /// Folders inside folders are followed no deeper than this.
  public static let maximumDepth = 64

  public init(paths: [String]) {
    for path in paths { add(path) }
  }

  private mutating func add(_ path: String) {
    if path == "-" {
      if !inputs.contains(where: { $0.kind == .standardInput }) {
        inputs.append(Input(path: "-", kind: .standardInput))
      }
      return
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      notices.append(
        AnalysisNotice(
          path: path, kind: .missing, message: "no such file or folder; check the path"))
      return
    }
    guard isFolder.boolValue else { return addFile(path) }
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
      let attributes = (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
      switch attributes[.type] as? FileAttributeType {
      case .typeDirectory: addFolder(path, depth: depth + 1)
      case .typeRegular: addFile(path, attributes)
      case .typeSymbolicLink:
        // Inside the folder its target is read anyway; outside it was not asked for.
        notices.append(
          AnalysisNotice(
            path: path, kind: .skipped,
            message: "is a symbolic link and not followed; name its target to have it read"))
      default:
        notices.append(
          AnalysisNotice(
            path: path, kind: .skipped,
            message: "is no regular file and not read; what comes from a program is read from standard input")
        )
      }
    }
  }

  private mutating func addFile(_ path: String) {
    // The target's own numbers: two names of one file are one input.
    let real = URL(filePath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: real) else {
      notices.append(
        AnalysisNotice(path: path, kind: .unreadable, message: "cannot be opened; check its permissions"))
      return
    }
    addFile(path, attributes)
  }

  private mutating func addFile(_ path: String, _ attributes: [FileAttributeKey: Any]) {
    if let device = attributes[.systemNumber] as? UInt64,
      let file = attributes[.systemFileNumber] as? UInt64, !seen.insert([device, file]).inserted
    {
      return
    }
    let size = (attributes[.size] as? UInt64) ?? 0
    inputs.append(Input(path: path, kind: .file(bytes: size)))
  }
}
