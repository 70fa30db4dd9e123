import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Just enough HTTP/1.1 to talk to a WebDriver on this machine.
///
/// Foundation's own client on Linux chokes on the driver's header lines.
enum LocalHTTP {
  struct Failure: Error {
    var text: String
  }

  /// Sends a request with a JSON body and returns the body of the answer.
  static func send(_ method: String, port: UInt16, path: String, body: Data) throws -> Data {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw Failure(text: "no socket") }
    defer { close(descriptor) }
    var limit = timeval()
    limit.tv_sec = 60
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure(text: "nothing listens on port \(port)") }
    var request = Data(
      """
      \(method) \(path) HTTP/1.1\r
      Host: 127.0.0.1:\(port)\r
      Content-Type: application/json; charset=utf-8\r
      Content-Length: \(body.count)\r
      Connection: close\r
      \r

      """.utf8)
    request.append(body)
    var sent = 0
    while sent < request.count {
      let count = request.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress.map { $0 + sent }, request.count - sent)
      }
      guard count > 0 else { throw Failure(text: "the driver hung up") }
      sent += count
    }
    return try answer(from: descriptor)
  }

  private static func answer(from descriptor: Int32) throws -> Data {
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let (start, length) = bodySpan(of: received), received.count >= start + length {
        return received.subdata(in: start..<start + length)
      }
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { throw Failure(text: "the driver's answer is cut short") }
      received.append(contentsOf: buffer[..<count])
    }
  }

  /// Where the body starts and how long it is, once the head is complete.
  private static func bodySpan(of received: Data) -> (start: Int, length: Int)? {
    guard let end = received.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: received[..<end.lowerBound], as: UTF8.self).lowercased()
    for line in head.split(whereSeparator: \.isNewline) where line.hasPrefix("content-length:") {
      let value = line.dropFirst("content-length:".count).filter { $0 != " " }
      return Int(value).map { (end.upperBound, $0) }
    }
    return nil
  }
}
