import EventSignals
import Foundation
import Testing

@Suite struct RuleValueTests {
  @Test func `reads what JSON can hold`() {
    let value = RuleValue(
      json: #" {"a": [1, -2.5, true, null, "x\n\u00e9\ud83d\ude00\/"], "b": {}, "c": []} "#)
    #expect(
      value
        == .map([
          .init(key: "a", value: .list([.integer(1), .decimal(-2.5), .bool(true), .null, .text("x\né😀/")])),
          .init(key: "b", value: .map([])), .init(key: "c", value: .list([])),
        ]))
  }

  @Test(
    arguments: [
      "", "{", "[1,]", "{\"a\"}", "\"x", "\"\\q\"", "tru", "1 2", "{\"a\":1,}", "\"\\ud800x\"", "\"a\nb\"",
      "-", "\"\\u12\"",
    ])
  func `refuses what is no JSON`(text: String) {
    #expect(RuleValue(json: text) == nil)
  }

  @Test func `refuses bottomless nesting`() {
    #expect(RuleValue(json: String(repeating: "[", count: 100_000)) == nil)
    #expect(RuleValue(json: String(repeating: "[", count: 100) + String(repeating: "]", count: 100)) == nil)
  }

  @Test func `agrees with the standard decoder and encoder`() throws {
    let text = #"{"b":[1,2.5,"x",null,true],"a":{"k":"ü"},"n":-9007199254740993}"#
    let direct = try #require(RuleValue(json: text))
    let decoded = try JSONDecoder().decode(RuleValue.self, from: Data(text.utf8))
    let again = try JSONDecoder().decode(RuleValue.self, from: try JSONEncoder().encode(direct))
    #expect(decoded == again)
    #expect(decoded["a"]?["k"] == .text("ü"))
    #expect(direct["n"] == .integer(-9_007_199_254_740_993))
  }

  @Test(
    arguments: [
      (#"{"examples":{"a":["}\"]"],"examples":1},"b":2}"#, #"{"b":2}"#),
      (#"{"b":[{"examples" : "x, \\"}, 3]}"#, #"{"b":[{},3]}"#), (#"{"examples":-1.5}"#, "{}"),
      (#"{"examplesX":1,"example":2}"#, #"{"examplesX":1,"example":2}"#),
    ])
  func `passes over the entries of a key`(text: String, rest: String) throws {
    let bytes = Array(text.utf8)
    let value = bytes.withUnsafeBufferPointer { RuleValue(json: $0, leavingOut: "examples") }
    #expect(try #require(value) == #require(RuleValue(json: rest)))
  }

  @Test(arguments: [#"{"examples":[1"#, #"{"examples":"x"#, #"{"examples" 1}"#, #"{"examples":{}"#])
  func `refuses an entry passed over that does not end`(text: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { RuleValue(json: $0, leavingOut: "examples") } == nil)
  }
}
