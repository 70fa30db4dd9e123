/// An element as a template or a fragment defines it, values not yet put in.
///
/// A class, so that walking the elements of a template costs one reference each, not a copy.
final class BinXMLElement {
  /// The local name, without any prefix.
  let name: String
  /// The value this element depends on: when it is null the element is not there; -1 for none.
  let dependency: Int
  /// Attributes in order, namespace declarations left out.
  let attributes: [BinXMLAttribute]
  let content: [BinXMLContent]
  /// The value that is all the element holds; -1 when it holds anything else.
  let soleValue: Int
  /// The Name attribute where it is literal text.
  let literalName: String?

  init(name: String, dependency: Int, attributes: [BinXMLAttribute], content: [BinXMLContent]) {
    self.name = name
    self.dependency = dependency
    self.attributes = attributes
    self.content = content
    if content.count == 1, case .substitution(let index, _) = content[0] {
      soleValue = index
    } else {
      soleValue = -1
    }
    if let attribute = attributes.first(where: { $0.name == "Name" }), attribute.content.count == 1,
      case .text(let text) = attribute.content[0]
    {
      literalName = text
    } else {
      literalName = nil
    }
  }
}

/// An attribute of an element, values not yet put in.
struct BinXMLAttribute {
  /// The local name, without any prefix.
  let name: String
  let content: [BinXMLContent]
}

/// A piece of what an element or an attribute holds.
enum BinXMLContent {
  case text(String)
  /// The value with this index goes here; an optional one takes its attribute with it when null.
  case substitution(Int, isOptional: Bool)
  case element(BinXMLElement)
  /// A template and its values; never inside a template.
  case instance(BinXMLInstance)
}

/// A template together with the values of one use of it.
struct BinXMLInstance {
  let template: BinXMLTemplate
  let values: [BinXMLValue]
}
