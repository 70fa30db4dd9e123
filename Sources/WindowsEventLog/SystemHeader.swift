/// The System element of one record, as places in the text; only what every record needs is read.
struct SystemHeader {
  var provider = ByteRange.none
  var providerGUID = ByteRange.none
  var eventSourceName = ByteRange.none
  var eventID: UInt32 = 0
  var eventIDText = ByteRange.none
  var qualifiers = ByteRange.none
  var version = ByteRange.none
  var level = ByteRange.none
  var task = ByteRange.none
  var opcode = ByteRange.none
  var keywords = ByteRange.none
  var systemTime = ByteRange.none
  var recordID: UInt64?
  var activityID = ByteRange.none
  var relatedActivityID = ByteRange.none
  var processID = ByteRange.none
  var threadID = ByteRange.none
  var channel = ByteRange.none
  var computer = ByteRange.none
  var userID = ByteRange.none
  /// Which elements were met, a bit each; a second one of a kind is not read in place.
  var seen: UInt32 = 0
  /// An attribute was written out though it is empty, as python-evtx does.
  var hasEmptyAttribute = false

  /// Moves the places of all that stands before TimeCreated.
  @inline(__always) mutating func moveBeginning(by distance: Int) {
    provider.start += distance
    providerGUID.start += distance
    eventSourceName.start += distance
    eventIDText.start += distance
    qualifiers.start += distance
    version.start += distance
    level.start += distance
    task.start += distance
    opcode.start += distance
    keywords.start += distance
  }
}
