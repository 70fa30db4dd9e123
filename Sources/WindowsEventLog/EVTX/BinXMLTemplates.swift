/// The templates of the chunk being read, and those of earlier chunks for reuse.
final class BinXMLTemplates {
  private struct Key: Hashable {
    var guidLow: UInt64
    var guidHigh: UInt64
    var size: Int
  }

  private enum Slot {
    static let unknown: Int32 = 0
    static let bad: Int32 = -1
  }

  /// The provider, channel and computer names met so far; dropped together with the templates.
  let headerNames: HeaderNames
  /// GUIDs of System, in lower case.
  let guids = IdentifierTexts()
  /// SIDs of System.
  let identifiers = IdentifierTexts()
  private var templates: [BinXMLTemplate] = []
  private var indices: [Key: [Int32]] = [:]
  /// For each offset in the chunk the number of its template, counted from 1.
  private let slots: UnsafeMutableBufferPointer<Int32>
  private var usedSlots: [Int] = []
  private var compiledBytes = 0
  private var heldBytes = 0

  init(names: InternTable) {
    headerNames = HeaderNames(names: names)
    slots = .allocate(capacity: EVTXChunkHeader.chunkSize)
    slots.initialize(repeating: Slot.unknown)
  }

  deinit { slots.deallocate() }

  /// Forgets where the last chunk had its templates.
  func startChunk() {
    for slot in usedSlots { slots[slot] = Slot.unknown }
    usedSlots.removeAll(keepingCapacity: true)
    compiledBytes = 0
    guard
      templates.count > EVTXLimits.templates || heldBytes > EVTXLimits.templateBytesHeld
        || headerNames.count > EVTXLimits.names
        || headerNames.heldBytes > EVTXLimits.nameBytes
    else { return }
    templates.removeAll()
    indices.removeAll()
    headerNames.removeAll()
    heldBytes = 0
  }

  /// The template defined at an offset of the chunk.
  @inline(__always)
  func template(
    at offset: Int, identifier: UInt32, in bytes: ChunkBytes
  ) throws(BinXMLFault) -> BinXMLTemplate {
    guard offset >= 0, offset < slots.count else { throw .badTemplate }
    let slot = slots[offset]
    if slot > 0, bytes.unchecked32(at: offset &+ 4) == identifier {
      return templates[Int(slot) &- 1]
    }
    return try find(at: offset, identifier: identifier, in: bytes)
  }

  private func find(
    at offset: Int, identifier: UInt32, in bytes: ChunkBytes
  ) throws(BinXMLFault) -> BinXMLTemplate {
    guard slots[offset] == Slot.unknown, bytes.holds(BinXMLTemplate.headerSize, at: offset),
      bytes.unchecked32(at: offset + 4) == identifier
    else { throw .badTemplate }
    let size = Int(bytes.unchecked32(at: offset + 20))
    guard bytes.holds(BinXMLTemplate.headerSize + size, at: offset) else { throw .badTemplate }
    usedSlots.append(offset)
    slots[offset] = Slot.bad
    let key = Key(
      guidLow: bytes.unchecked64(at: offset + 4), guidHigh: bytes.unchecked64(at: offset + 12),
      size: size)
    for index in indices[key] ?? [] where templates[Int(index) - 1].matches(bytes, at: offset) {
      slots[offset] = index
      return templates[Int(index) - 1]
    }
    compiledBytes += size
    guard compiledBytes <= EVTXLimits.templateBytesPerChunk else { throw .tooLarge }
    let template: BinXMLTemplate
    do {
      template = try BinXMLTemplate(at: offset, size: size, in: bytes, headerNames: headerNames)
    } catch .tooDeep {
      throw .tooDeep
    } catch .tooManyItems {
      throw .tooManyItems
    } catch {
      throw .badTemplate
    }
    heldBytes += size
    templates.append(template)
    let index = Int32(truncatingIfNeeded: templates.count)
    slots[offset] = index
    indices[key, default: []].append(index)
    return template
  }
}
