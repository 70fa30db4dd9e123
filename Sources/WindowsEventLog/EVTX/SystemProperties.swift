/// The properties of System, each with the place it is read from; numbers alone.
struct SystemProperties {
  /// Where one property comes from.
  struct Property {
    /// The value that is all of it; -1 when it is anything else.
    var value: Int32 = -1
    /// The value that must not be null; -1 for none.
    var dependency: Int32 = -1
    /// The number of a literal among the header names; -1 when it is none.
    var literalNumber: Int32 = -1
    /// The pieces it is made of; nil when the event has no such property.
    var content: BinXMLSpan?
  }

  var provider = Property()
  var providerGUID = Property()
  var eventSourceName = Property()
  var eventID = Property()
  var qualifiers = Property()
  var version = Property()
  var level = Property()
  var task = Property()
  var opcode = Property()
  var keywords = Property()
  var time = Property()
  var recordID = Property()
  var activityID = Property()
  var relatedActivityID = Property()
  var processID = Property()
  var threadID = Property()
  var channel = Property()
  var computer = Property()
  var userID = Property()
}
