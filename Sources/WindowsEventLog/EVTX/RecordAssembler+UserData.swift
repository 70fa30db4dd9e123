/// Elements of a provider's own structure.
extension RecordAssembler {
  /// The elements among pieces of content, those inside values included, arrays repeated.
  mutating func children(
    of content: [BinXMLContent], _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> [UserDataElement] {
    var elements: [UserDataElement] = []
    try addChildren(of: content, values, to: &elements)
    return elements
  }

  private mutating func addChildren(
    of content: [BinXMLContent], _ values: [BinXMLValue], to elements: inout [UserDataElement]
  ) throws(BinXMLFault) {
    for piece in content {
      switch piece {
      case .element(let element):
        if isPresent(element, values) { try add(element, values, to: &elements) }
      case .substitution(let index, _):
        guard index < values.count, values[index].type == .binXML else { continue }
        var found: [UserDataElement] = []
        try withElements(in: values[index]) { (self, content, values) throws(BinXMLFault) in
          try self.addChildren(of: content, values, to: &found)
        }
        elements += found
      case .instance(let instance):
        try addChildren(of: instance.template.content, instance.values, to: &elements)
      case .text: break
      }
    }
  }

  private mutating func add(
    _ element: BinXMLElement, _ values: [BinXMLValue], to elements: inout [UserDataElement]
  ) throws(BinXMLFault) {
    try count()
    var made = UserDataElement(name: element.name)
    for attribute in element.attributes {
      if let text = try text(of: attribute, values) {
        made.attributes.append(.init(name: attribute.name, value: text))
      }
    }
    if array(in: element, values) != nil {
      for text in try texts(of: element, values) {
        made.text = FieldText.value(text)
        elements.append(made)
      }
      return
    }
    made.children = try children(of: element.content, values)
    let text = try ownText(of: element.content, values)
    made.text = made.children.isEmpty ? FieldText.value(text) : FieldText.betweenElements(text)
    elements.append(made)
  }

  /// The character data directly in an element, that of child elements left out.
  private mutating func ownText(
    of content: [BinXMLContent], _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> String {
    var joined = ""
    for piece in content {
      switch piece {
      case .text(let text):
        try spend(text)
        joined += text
      case .substitution(let index, _):
        guard index < values.count, values[index].type != .binXML else { continue }
        joined += try text(of: values[index])
      case .element, .instance: break
      }
    }
    return joined
  }
}
