import Mustache

/// What a template may show, by name; every text is made safe on the way in.
///
/// A name that is set to nothing is absent, so that a section for it stays empty instead of finding the
/// name in an outer value.
struct TemplateValue: MustacheParent {
  private var members: [String: Any] = [:]

  init() {}

  func child(named name: String) -> Any? { members[name] }

  /// Text from anywhere; the template escapes it.
  mutating func text(_ name: String, _ value: String?) {
    if let value, !value.isEmpty {
      members[name] = HTMLText.safe(value)
    } else {
      members[name] = Absent()
    }
  }

  mutating func number(_ name: String, _ value: Int) { members[name] = String(value) }

  /// A coordinate, with one decimal at most.
  mutating func length(_ name: String, _ value: Double) { members[name] = HTMLText.length(value) }

  mutating func flag(_ name: String, _ value: Bool) { members[name] = value }

  mutating func list(_ name: String, _ values: [TemplateValue]) {
    members[name] = values.isEmpty ? Absent() : values
  }

  mutating func value(_ name: String, _ value: TemplateValue?) { members[name] = value ?? Absent() }

  /// Markup of our own making, put in with `{{{name}}}`.
  mutating func markup(_ name: String, _ value: String) { members[name] = value }
}

/// Nothing: no section is shown for it, and as text it is empty.
private struct Absent: MustacheCustomRenderable {
  let renderText = ""
  let isNull = true
}
