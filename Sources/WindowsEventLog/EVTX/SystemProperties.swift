/// The properties of System, each with the place it is read from.
struct SystemProperties {
  /// Where one property comes from; numbers alone, so that copying it is free.
  struct Property {
    /// The value that is all of it; -1 when it is anything else.
    var value = -1
    /// The value that must not be null; -1 for none.
    var dependency = -1
    /// The number of a literal among the header names; -1 when it is none.
    var literalNumber = -1
    /// Its place among the layout's contents; -1 when the event has no such property.
    var content = -1
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
