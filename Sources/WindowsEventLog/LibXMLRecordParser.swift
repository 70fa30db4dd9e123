internal import CLibXML2

/// Reads one record with libxml2: the reference every shortcut of this module is held against.
///
/// No network, no document type, no entities: the mended text has none left to expand.
struct LibXMLRecordParser {
  let limits: ReaderLimits

  /// The record's element tree.
  func parse(_ record: [UInt8]) throws(RecordFault) -> UserDataElement {
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_NOCDATA.rawValue
    let document = record.withUnsafeBufferPointer { buffer -> xmlDocPtr? in
      buffer.withMemoryRebound(to: CChar.self) { text in
        guard let base = text.baseAddress, let length = Int32(exactly: text.count) else { return nil }
        return xmlReadMemory(base, length, nil, "UTF-8", Int32(bitPattern: UInt32(options)))
      }
    }
    guard let document else { throw RecordFault(.malformed) }
    defer { xmlFreeDoc(document) }
    guard xmlGetIntSubset(document) == nil else { throw RecordFault(.doctype) }
    guard let root = xmlDocGetRootElement(document) else { throw RecordFault(.malformed) }
    return try element(root, depth: 1)
  }

  private func element(_ node: xmlNodePtr, depth: Int) throws(RecordFault) -> UserDataElement {
    guard depth <= limits.depth else { throw RecordFault(.tooDeep) }
    var element = UserDataElement(name: Self.localName(node.pointee.name))
    var attribute = node.pointee.properties
    while let current = attribute {
      let name = Self.localName(current.pointee.name)
      // A prefix without a declaration leaves `xmlns:x` an ordinary attribute.
      if !Self.isNamespaceDeclaration(current.pointee.name) {
        element.attributes.append(
          EventRecord.DataItem(name: name, value: try Self.content(current.pointee.children, limits)))
      }
      attribute = current.pointee.next
    }
    var text = ""
    var child = node.pointee.children
    while let current = child {
      switch current.pointee.type {
      case XML_ELEMENT_NODE: element.children.append(try self.element(current, depth: depth + 1))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = current.pointee.content { text += Self.string(content) }
      default: break
      }
      child = current.pointee.next
    }
    guard text.utf8.count <= limits.valueBytes else { throw RecordFault(.tooLarge) }
    element.text = text
    return element
  }

  private static func content(_ first: xmlNodePtr?, _ limits: ReaderLimits) throws(RecordFault) -> String {
    var text = ""
    var child = first
    while let current = child {
      if let content = current.pointee.content { text += string(content) }
      child = current.pointee.next
    }
    guard text.utf8.count <= limits.valueBytes else { throw RecordFault(.tooLarge) }
    return text
  }

  private static func string(_ text: UnsafePointer<xmlChar>) -> String { String(cString: text) }

  private static func localName(_ name: UnsafePointer<xmlChar>?) -> String {
    guard let name else { return "" }
    let whole = string(name)
    guard let colon = whole.utf8.lastIndex(of: UInt8(ascii: ":")) else { return whole }
    return String(whole[whole.utf8.index(after: colon)...])
  }

  private static func isNamespaceDeclaration(_ name: UnsafePointer<xmlChar>?) -> Bool {
    guard let name else { return false }
    let whole = string(name)
    return whole == "xmlns" || whole.hasPrefix("xmlns:")
  }
}
