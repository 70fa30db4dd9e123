/// What a binary log may ask for; beyond it a record is skipped, never the file.
///
/// The format bounds a record by its 64 KiB chunk, but values can be named many times by one template
/// and elements can be repeated for every item of an array: these limits bound what that expands to.
enum EVTXLimits {
  /// Elements within elements, in one template or value.
  static let elementDepth = 64
  /// Templates' and values' XML inside each other.
  static let fragmentDepth = 8
  /// Substitution values of one template instance.
  static let values = 4096
  /// Elements, attributes and repeated items of one record.
  static let itemsPerRecord = 20_000
  /// Bytes of text that one record may expand to.
  static let textPerRecord = 1 << 20
  /// Bytes of text that the records of one chunk together may expand to.
  static let textPerChunk = 8 << 20
  /// Bytes of template definitions compiled for one chunk: definitions may overlap in a crafted file.
  static let templateBytesPerChunk = 1 << 20
  /// Compiled templates kept for later chunks; all are dropped when a chunk might bring more.
  static let templates = 4096
  /// Template definitions one chunk may always bring; Windows has room for some 300.
  static let templatesPerChunk = 1024
  /// Bytes of the definitions of compiled templates kept; all are dropped when there are more.
  static let templateBytesHeld = 2 << 20
  /// Distinct names (providers, channels, computers) kept; all are dropped when there are more.
  static let names = 1 << 16
  /// Bytes of those names; all are dropped when there are more.
  static let nameBytes = 4 << 20
}
