internal import Foundation

/// The rule files of a folder on disk.
enum RuleFolder {
  /// Most files of a folder.
  static let fileLimit = 10_000

  /// Every YAML file below a folder, by path; those that do not read become warnings.
  static func read(_ folder: String) throws(KnowledgeError) -> ([RuleFile], [KnowledgeWarning]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      throw .unreadableFolder(path: folder, reason: "there is no such folder")
    }
    guard isFolder.boolValue else { throw .unreadableFolder(path: folder, reason: "is not a folder") }
    let names: [String]
    do {
      names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    } catch {
      throw .unreadableFolder(path: folder, reason: "cannot be listed")
    }
    let rules = names.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.sorted()
    var files: [RuleFile] = []
    var warnings: [KnowledgeWarning] = []
    if rules.count > fileLimit {
      warnings.append(
        KnowledgeWarning(
          path: folder, message: "only the first \(fileLimit) of \(rules.count) files are read"))
    }
    let root = URL(filePath: folder, directoryHint: .isDirectory)
    for name in rules.prefix(fileLimit) {
      switch read(root.appending(path: name), name: name, folder: folder) {
      case .success(let file): files.append(file)
      case .failure(let problem):
        warnings.append(
          KnowledgeWarning(path: name, line: problem.line, column: problem.column, message: problem.text))
      }
    }
    return (files, warnings)
  }

  private static func read(_ url: URL, name: String, folder: String) -> Result<RuleFile, YAMLDocument.Problem>
  {
    do throws(YAMLDocument.Problem) {
      let size = (try? url.resourceValues(forKeys: [.fileSizeKey]))?.fileSize ?? 0
      guard size <= YAMLDocument.sizeLimit else {
        throw YAMLDocument.Problem(text: "larger than \(YAMLDocument.sizeLimit) bytes")
      }
      guard let data = try? Data(contentsOf: url) else { throw YAMLDocument.Problem(text: "cannot be read") }
      guard let text = String(data: data, encoding: .utf8) else {
        throw YAMLDocument.Problem(text: "is not UTF-8")
      }
      let (document, positions) = try YAMLDocument.read(text)
      return .success(RuleFile(path: name, document: document, positions: positions, root: folder))
    } catch {
      return .failure(error)
    }
  }
}
