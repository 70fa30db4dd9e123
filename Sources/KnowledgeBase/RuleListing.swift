internal import Diagnosis
internal import EventSignals
internal import Foundation
internal import Yams

/// A rule in a list: what it is, and where it comes from.
public struct RuleListing: Sendable, Hashable {
  /// The two kinds of rule.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case signal
    case cause
  }

  public var kind: Kind
  public var id: String
  public var title: String
  /// The path below the folder it was read from.
  public var path: String
  /// The user's folder; nil when it is built in.
  public var folder: String?

  struct Key: Sendable, Hashable {
    var kind: Kind
    var id: String
  }

  struct Place: Sendable, Hashable {
    var path: String
    var folder: String?
  }
}

extension KnowledgeBase {
  /// Every rule: causes by id, then signals by name.
  public var listing: [RuleListing] {
    causes.map { entry(.cause, $0.id, $0.title) } + signals.map { entry(.signal, $0.name, $0.title) }
  }

  private func entry(_ kind: RuleListing.Kind, _ id: String, _ title: String) -> RuleListing {
    let place = places[.init(kind: kind, id: id)]
    return RuleListing(kind: kind, id: id, title: title, path: place?.path ?? "", folder: place?.folder)
  }

  /// The text of a rule: the user's own file as it is, a built-in one as YAML with sorted keys; nil when there is none.
  public func text(of rule: RuleListing) -> String? {
    if let folder = rule.folder {
      let url = URL(filePath: folder, directoryHint: .isDirectory).appending(path: rule.path)
      return (try? Data(contentsOf: url)).flatMap { String(data: $0, encoding: .utf8) }
    }
    guard let file = EmbeddedFiles.files.first(where: { "\($0.path)" == rule.path }),
      let document = try? Self.embedded(path: rule.path, content: file.content).document
    else { return nil }
    return try? Yams.serialize(node: Self.node(document), width: 100, allowUnicode: true)
  }

  private static func node(_ value: RuleValue) -> Node {
    switch value {
    case .map(let entries):
      Node(entries.map { (Node($0.key), node($0.value)) }, Tag(.map), .block)
    case .list(let values):
      Node(
        values.map(node), Tag(.seq),
        values.allSatisfy { $0.scalarText != nil } && values.count < 6 ? .flow : .block)
    case .text(let text):
      // Quoted where plain text would be read as something else.
      Node(text, Tag(.str), Resolver.default.resolveTag(of: Node(text)) == .str ? .any : .singleQuoted)
    case .null: Node("null", Tag(.null))
    default: Node(value.scalarText ?? "", Tag.implicit)
    }
  }
}
