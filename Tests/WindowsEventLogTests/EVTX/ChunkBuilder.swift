@testable import WindowsEventLog

/// Writes one chunk byte by byte: names and templates at their first use, then only referred to.
struct ChunkBuilder {
  /// What is written so far, the head included.
  private(set) var bytes = [UInt8](repeating: 0, count: EVTXChunkHeader.size)
  private(set) var recordIDs: [UInt64] = []
  private(set) var lastRecordOffset = EVTXChunkHeader.size
  private var names: [String: Int] = [:]
  private var templates: [UInt32: Int] = [:]
  /// Whether elements written now carry a dependency identifier.
  private var writesDependency = true

  /// Writes a record that is an instance of a template.
  mutating func record(
    id: UInt64, ticks: UInt64 = 133_746_875_570_387_882, _ template: BinXMLTemplateSpec,
    _ values: [BinXMLValueSpec]
  ) {
    record(id: id, ticks: ticks) { $0.instance(template, values) }
  }

  /// Writes a record that is elements, without any template.
  mutating func record(id: UInt64, elements: [BinXMLNode], withDependency: Bool = true) {
    record(id: id, ticks: 133_746_875_570_387_882) { chunk in
      chunk.writesDependency = withDependency
      for node in elements { chunk.write(node) }
      chunk.writesDependency = true
    }
  }

  private mutating func record(id: UInt64, ticks: UInt64, _ body: (inout ChunkBuilder) -> Void) {
    let start = bytes.count
    bytes += littleEndian(EVTXRecordHeader.magic) + [0, 0, 0, 0] + littleEndian(id) + littleEndian(ticks)
    bytes += [0x0F, 1, 1, 0]
    body(&self)
    bytes.append(0)
    while (bytes.count - start + 4) % 8 != 0 { bytes.append(0) }
    let length = littleEndian(UInt32(bytes.count - start + 4))
    bytes += length
    bytes.replaceSubrange(start + 4..<start + 8, with: length)
    recordIDs.append(id)
    lastRecordOffset = start
  }

  private mutating func instance(_ template: BinXMLTemplateSpec, _ values: [BinXMLValueSpec]) {
    bytes += [0x0C, 1] + littleEndian(template.number)
    let known = templates[template.number]
    let definition = known ?? bytes.count + 4
    bytes += littleEndian(UInt32(definition))
    if known == nil {
      templates[template.number] = definition
      bytes += [0, 0, 0, 0] + template.guid + [0, 0, 0, 0]
      let start = bytes.count
      bytes += [0x0F, 1, 1, 0]
      let outer = writesDependency
      writesDependency = true
      for node in template.nodes { write(node) }
      writesDependency = outer
      bytes.append(0)
      bytes.replaceSubrange(start - 4..<start, with: littleEndian(UInt32(bytes.count - start)))
    }
    bytes += littleEndian(UInt32(values.count))
    let descriptors = bytes.count
    bytes += [UInt8](repeating: 0, count: values.count * 4)
    for (index, value) in values.enumerated() {
      let start = bytes.count
      let type: UInt8
      switch value {
      case .bytes(let given, let data):
        type = given
        bytes += data
      case .instance(let inner, let innerValues):
        type = 0x21
        bytes += [0x0F, 1, 1, 0]
        instance(inner, innerValues)
        bytes.append(0)
      case .elements(let nodes):
        type = 0x21
        bytes += [0x0F, 1, 1, 0]
        writesDependency = false
        for node in nodes { write(node) }
        writesDependency = true
        bytes.append(0)
      }
      let descriptor = littleEndian(UInt16(truncatingIfNeeded: bytes.count - start)) + [type, 0]
      bytes.replaceSubrange(descriptors + index * 4..<descriptors + index * 4 + 4, with: descriptor)
    }
  }

  private mutating func write(_ node: BinXMLNode) {
    switch node {
    case .element(let name, let dependency, let attributes, let content):
      bytes.append(attributes.isEmpty ? 0x01 : 0x41)
      if writesDependency { bytes += littleEndian(dependency) }
      let size = bytes.count
      bytes += [0, 0, 0, 0]
      write(name: name)
      if !attributes.isEmpty { bytes += [0, 0, 0, 0] }
      for (index, attribute) in attributes.enumerated() {
        bytes.append(index + 1 < attributes.count ? 0x46 : 0x06)
        write(name: attribute.0)
        for part in attribute.1 { write(part) }
      }
      if content.isEmpty {
        bytes.append(0x03)
      } else {
        bytes.append(0x02)
        for child in content { write(child) }
        bytes.append(0x04)
      }
      bytes.replaceSubrange(size..<size + 4, with: littleEndian(UInt32(bytes.count - size - 4)))
    case .text(let text): bytes += [0x05, 1] + littleEndian(UInt16(text.utf16.count)) + utf16(text)
    case .cdata(let text): bytes += [0x07] + littleEndian(UInt16(text.utf16.count)) + utf16(text)
    case .character(let unit): bytes += [0x08] + littleEndian(unit)
    case .entity(let name):
      bytes.append(0x09)
      write(name: name)
    case .value(let index, let type): bytes += [0x0D] + littleEndian(index) + [type]
    case .optional(let index, let type): bytes += [0x0E] + littleEndian(index) + [type]
    case .raw(let raw): bytes += raw
    }
  }

  private mutating func write(name: String) {
    if let known = names[name] {
      bytes += littleEndian(UInt32(known))
      return
    }
    let offset = bytes.count + 4
    names[name] = offset
    var hash: UInt32 = 0
    for unit in name.utf16 { hash = hash &* 65_599 &+ UInt32(unit) }
    bytes += littleEndian(UInt32(offset)) + [0, 0, 0, 0] + littleEndian(UInt16(truncatingIfNeeded: hash))
    bytes += littleEndian(UInt16(name.utf16.count)) + utf16(name) + [0, 0]
  }

  /// The whole chunk, its head and checksums filled in; `slack` follows the records unused.
  func finished(slack: [UInt8] = []) -> [UInt8] {
    var chunk = bytes
    let freeSpace = chunk.count
    chunk += slack
    chunk += [UInt8](repeating: 0, count: max(0, EVTXChunkHeader.chunkSize - chunk.count))
    let (first, last) = (recordIDs.first ?? 1, recordIDs.last ?? 0)
    let head =
      littleEndian(EVTXChunkHeader.magic) + littleEndian(first) + littleEndian(last)
      + littleEndian(first) + littleEndian(last) + littleEndian(UInt32(128))
      + littleEndian(UInt32(lastRecordOffset)) + littleEndian(UInt32(freeSpace))
      + littleEndian(checksum(chunk[EVTXChunkHeader.size..<freeSpace]))
    chunk.replaceSubrange(0..<head.count, with: head)
    let sum = checksum(chunk[0..<120] + chunk[128..<EVTXChunkHeader.size])
    chunk.replaceSubrange(124..<128, with: littleEndian(sum))
    return chunk
  }
}

func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
  var sum = CRC32()
  Array(bytes).withUnsafeBytes { sum.update($0) }
  return sum.value
}
