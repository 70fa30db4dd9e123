/// The templates of the chunk being read, and those of earlier chunks for reuse.
///
/// A template is known by a number, so that a record that is not wanted touches no object.
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

  /// What every record asks of its template.
  private struct Entry {
    /// Bytes of the definition's tokens.
    var size: Int
    /// The layout's properties; nil when the template makes no event.
    var properties: UnsafePointer<SystemProperties>?
    var isRepaired: Bool
  }

  /// The provider, channel and computer names met so far; dropped together with the templates.
  let headerNames: HeaderNames
  /// The names of elements and attributes of the chunk.
  let chunkNames = ChunkNames()
  let limits: ReaderLimits
  /// GUIDs of System, in lower case.
  let guids = IdentifierTexts()
  let identifiers = IdentifierTexts()
  let texts = ValueTexts()
  /// Memory for the values of the instances being read.
  let values = BinXMLValueStore()
  private var templates: [BinXMLTemplate] = []
  private let entries: UnsafeMutablePointer<Entry>
  private var indices: [Key: [Int32]] = [:]
  /// For each offset in the chunk the number of its template, counted from 1.
  private let slots: UnsafeMutablePointer<Int32>
  private var usedSlots: [Int] = []
  private var compiledBytes = 0
  private var heldBytes = 0
  /// Counts how often everything was forgotten: numbers of templates and names mean something else since.
  private(set) var generation = 0

  init(names: InternTable, limits: ReaderLimits) {
    headerNames = HeaderNames(names: names)
    self.limits = limits
    slots = .allocate(capacity: EVTXChunkHeader.chunkSize)
    slots.initialize(repeating: Slot.unknown, count: EVTXChunkHeader.chunkSize)
    entries = .allocate(capacity: EVTXLimits.templates)
  }

  deinit {
    slots.deallocate()
    entries.deallocate()
  }

  /// Forgets where the last chunk had its templates.
  func startChunk() {
    for slot in usedSlots { slots[slot] = Slot.unknown }
    usedSlots.removeAll(keepingCapacity: true)
    compiledBytes = 0
    chunkNames.startChunk()
    guard
      templates.count > EVTXLimits.templates - EVTXLimits.templatesPerChunk
        || heldBytes > EVTXLimits.templateBytesHeld || headerNames.count > EVTXLimits.names
        || headerNames.heldBytes > EVTXLimits.nameBytes
    else { return }
    generation += 1
    templates.removeAll()
    indices.removeAll()
    headerNames.removeAll()
    heldBytes = 0
  }

  func template(_ number: Int) -> BinXMLTemplate { templates[number] }

  /// Bytes of the definition's tokens of a template.
  @inline(__always)
  func size(_ number: Int) -> Int { entries[number].size }

  @inline(__always)
  func isRepaired(_ number: Int) -> Bool { entries[number].isRepaired }

  /// Where an event made with a template has its System values; nil when the template makes no event.
  @inline(__always)
  func properties(_ number: Int) -> UnsafePointer<SystemProperties>? { entries[number].properties }

  /// The number of the template defined at an offset of the chunk.
  @inline(__always)
  func number(at offset: Int, identifier: UInt32, in bytes: ChunkBytes) throws(BinXMLFault) -> Int {
    guard offset >= 0, offset < EVTXChunkHeader.chunkSize else { throw .badTemplate }
    let slot = slots[offset]
    // A slot is set only where a whole definition lies.
    if slot > 0, bytes.unchecked32(at: offset &+ 4) == identifier { return Int(slot) &- 1 }
    return try find(at: offset, identifier: identifier, in: bytes)
  }

  private func find(
    at offset: Int, identifier: UInt32, in bytes: ChunkBytes
  ) throws(BinXMLFault) -> Int {
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
      return Int(index) - 1
    }
    return try compile(at: offset, size: size, key, in: bytes)
  }

  private func compile(
    at offset: Int, size: Int, _ key: Key, in bytes: ChunkBytes
  ) throws(BinXMLFault) -> Int {
    compiledBytes += size
    guard compiledBytes <= EVTXLimits.templateBytesPerChunk, templates.count < EVTXLimits.templates
    else { throw .tooLarge }
    let template: BinXMLTemplate
    do {
      template = try BinXMLTemplate(
        at: offset, size: size, in: bytes, names: chunkNames, headerNames: headerNames,
        depth: limits.depth)
    } catch .tooDeep {
      throw .tooDeep
    } catch .tooManyItems {
      throw .tooManyItems
    } catch {
      throw .badTemplate
    }
    heldBytes += size
    (entries + templates.count).initialize(
      to: Entry(
        size: size, properties: template.layout.map { UnsafePointer($0.properties) },
        isRepaired: template.isRepaired))
    templates.append(template)
    let index = Int32(truncatingIfNeeded: templates.count)
    slots[offset] = index
    indices[key, default: []].append(index)
    return Int(index) - 1
  }
}
