import Dispatch

/// Runs the reading of files on threads of its own.
///
/// Reading is synchronous and keeps a thread busy for long. On the shared pool it would leave none for whoever
/// waits for an interrupt.
final class ReadingExecutor: TaskExecutor {
  static let shared = ReadingExecutor()

  private let queue = DispatchQueue(label: "faultline.reading", qos: .utility, attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
