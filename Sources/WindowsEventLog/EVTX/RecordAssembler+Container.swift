/// What follows System: the event's own values.
extension RecordAssembler {
  /// Adds what follows System to a record.
  mutating func addRest(
    _ rest: [BinXMLContent], _ values: [BinXMLValue], to record: inout EventRecord
  ) throws(BinXMLFault) {
    for piece in rest {
      switch piece {
      case .element(let element):
        if isPresent(element, values) { try add(element, values, to: &record) }
      case .substitution(let index, _):
        guard index < values.count, values[index].type == .binXML else { continue }
        try withElements(in: values[index]) { (self, content, values) throws(BinXMLFault) in
          try self.addRest(content, values, to: &record)
        }
      case .instance(let instance):
        try addRest(instance.template.content, instance.values, to: &record)
      case .text: break
      }
    }
  }

  private mutating func add(
    _ element: BinXMLElement, _ values: [BinXMLValue], to record: inout EventRecord
  ) throws(BinXMLFault) {
    if element.name == "RenderingInfo" {
      if record.rendering == nil { record.rendering = try rendering(element, values) }
      return
    }
    guard record.container == .none, let kind = EventRecord.Container(rawValue: element.name) else {
      return
    }
    record.container = kind
    switch kind {
    case .eventData:
      if let attribute = element.attributes.first(where: { $0.name == "Name" }),
        let name = try text(of: attribute, values), !name.isEmpty
      {
        record.dataName = name
      }
      try addData(element.content, values, to: &record)
    case .userData: record.userData = try children(of: element.content, values).first
    case .debugData: record.data = try namedTexts(of: element, values)
    case .binaryEventData: record.binary = try binary(element, values)
    case .processingErrorData: record.processingError = try namedTexts(of: element, values)
    case .none: break
    }
  }

  /// Adds the children of EventData, those inside values included.
  private mutating func addData(
    _ content: [BinXMLContent], _ values: [BinXMLValue], to record: inout EventRecord
  ) throws(BinXMLFault) {
    for piece in content {
      switch piece {
      case .element(let element):
        guard isPresent(element, values) else { continue }
        try count()
        if element.name == "Binary", record.binary == nil, let bytes = try binary(element, values) {
          record.binary = bytes
          continue
        }
        let name = try itemName(of: element, values)
        if array(in: element, values) == nil {
          let sole = element.soleValue
          let text =
            sole >= 0 && sole < values.count
            ? try text(of: values[sole]) : try text(of: element.content, values)
          record.data.append(.init(name: name, value: FieldText.value(text)))
        } else {
          for text in try texts(of: element, values) {
            record.data.append(.init(name: name, value: FieldText.value(text)))
          }
        }
      case .substitution(let index, _):
        guard index < values.count, values[index].type == .binXML else { continue }
        try withElements(in: values[index]) { (self, content, values) throws(BinXMLFault) in
          try self.addData(content, values, to: &record)
        }
      case .instance(let instance):
        try addData(instance.template.content, instance.values, to: &record)
      case .text: break
      }
    }
  }

  /// The Name attribute of Data and ComplexData, the element's own name for any other.
  private mutating func itemName(
    of element: BinXMLElement, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> String? {
    guard element.name == "Data" || element.name == "ComplexData" else { return element.name }
    if let literal = element.literalName { return literal.isEmpty ? nil : literal }
    guard let attribute = element.attributes.first(where: { $0.name == "Name" }) else { return nil }
    let name = try text(of: attribute, values)
    return name?.isEmpty == true ? nil : name
  }

  /// The bytes of an element whose value is binary or hexadecimal text; nil when they are neither.
  private mutating func binary(
    _ element: BinXMLElement, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> [UInt8]? {
    let index = element.soleValue
    if index >= 0, index < values.count, values[index].type == .binary {
      return Array(bytes.unchecked(values[index].size, at: values[index].offset))
    }
    return BinaryText.decode(try text(of: element.content, values), prefersBase64: false)
  }

  private mutating func namedTexts(
    of element: BinXMLElement, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> [EventRecord.DataItem] {
    try children(of: element.content, values).map {
      .init(name: $0.name, value: FieldText.value($0.fullText))
    }
  }

  private mutating func rendering(
    _ element: BinXMLElement, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> EventRecord.RenderingInfo {
    var rendering = EventRecord.RenderingInfo()
    if let attribute = element.attributes.first(where: { $0.name == "Culture" }) {
      rendering.culture = try text(of: attribute, values)
    }
    for child in try children(of: element.content, values) where child.name == "Message" {
      let message = FieldText.value(child.fullText)
      rendering.message = message.isEmpty ? nil : message
      break
    }
    return rendering
  }
}
