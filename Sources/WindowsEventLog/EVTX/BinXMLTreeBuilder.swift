/// Takes the pieces of a fragment as they are read.
struct BinXMLTreeBuilder {
  private(set) var pieces: [BinXMLPiece] = []
  private(set) var strings: [String] = []
  private(set) var instances: [BinXMLInstance] = []
  private(set) var elements: Int32 = 0

  /// Where the next piece will stand.
  var next: Int32 { Int32(truncatingIfNeeded: pieces.count) }

  mutating func text(_ text: String) {
    pieces.append(BinXMLPiece(kind: .text, string: keep(text), end: next + 1))
  }

  mutating func value(_ index: Int, isOptional: Bool) {
    pieces.append(
      BinXMLPiece(
        kind: isOptional ? .optionalValue : .value, value: Int32(truncatingIfNeeded: index), end: next + 1))
  }

  mutating func instance(_ instance: BinXMLInstance) {
    instances.append(instance)
    pieces.append(
      BinXMLPiece(
        kind: .instance, value: Int32(truncatingIfNeeded: instances.count - 1), end: next + 1))
  }

  /// Begins an element; its attributes come next.
  mutating func open(element name: BinXMLName, dependency: Int) -> Int32 {
    let place = next
    elements += 1
    pieces.append(
      BinXMLPiece(
        kind: .element, role: name.role, string: keep(name.local),
        dependency: Int32(truncatingIfNeeded: dependency)))
    return place
  }

  /// Says that what follows is no attribute of the element any more.
  mutating func beginContent(of place: Int32) { pieces[Int(place)].content = next }

  /// Ends an element and notes what makes reading it quick.
  mutating func close(element place: Int32) {
    var element = pieces[Int(place)]
    element.end = next
    if element.end == element.content + 1, isValue(element.content) {
      element.value = pieces[Int(element.content)].value
    }
    var attribute = place + 1
    while attribute < element.content {
      let piece = pieces[Int(attribute)]
      if strings[Int(piece.string)] == "Name" {
        let isText = piece.end == piece.content + 1 && pieces[Int(piece.content)].kind == .text
        if isText { element.literalName = pieces[Int(piece.content)].string }
        break
      }
      attribute = piece.end
    }
    pieces[Int(place)] = element
  }

  mutating func open(attribute name: String) -> Int32 {
    let place = next
    pieces.append(BinXMLPiece(kind: .attribute, string: keep(name), content: next + 1))
    return place
  }

  mutating func close(attribute place: Int32) { pieces[Int(place)].end = next }

  /// Takes the pieces from a place on back.
  mutating func drop(from place: Int32) { pieces.removeSubrange(Int(place)...) }

  private func isValue(_ place: Int32) -> Bool {
    let kind = pieces[Int(place)].kind
    return kind == .value || kind == .optionalValue
  }

  private mutating func keep(_ text: String) -> Int32 {
    strings.append(text)
    return Int32(truncatingIfNeeded: strings.count - 1)
  }
}
