import Foundation
import PackagePlugin

/// Turns the data files of a target into one generated Swift file, `EmbeddedFiles.swift`.
///
/// A folder mirror: each file below the target's folder whose kind is in `kinds` becomes one entry, keyed by
/// its path below that folder. Resource bundles are no choice: a binary that was moved away from its bundle
/// crashes at start-up.
@main
struct EmbedKnowledgePlugin: BuildToolPlugin {
  /// Extensions of the files that are embedded: YAML as JSON, the others as they are.
  static let kinds: Set<String> = ["yml", "yaml", "csv", "mustache", "css", "js", "html", "svg", "ps1"]

  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let module = target as? any SourceModuleTarget else { return [] }
    let inputs = module.sourceFiles.map(\.url)
      .filter { Self.kinds.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(inputs.count) data files of \(target.name)",
        executable: try context.tool(named: "embed-knowledge").url,
        arguments: [output.path, module.directoryURL.path] + inputs.map(\.path),
        inputFiles: inputs,
        outputFiles: [output])
    ]
  }
}
