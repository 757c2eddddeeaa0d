import Synchronization
import Testing

@testable import Pipeline

/// What stages read with: dear to make, and on most nights not asked for.
@Suite final class AtFirstUseTests: Sendable {
  private let made = Atomic(0)

  @Test func `It is not made before somebody asks`() {
    let value = AtFirstUse(self.made.add(1, ordering: .relaxed).newValue)
    #expect(made.load(ordering: .relaxed) == 0)
    #expect(value.value == 1)
    #expect(value.value == 1)
  }

  @Test func `Of many who ask at once, one makes it for all`() async {
    let value = AtFirstUse(self.made.add(1, ordering: .relaxed).newValue)
    let seen = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<64 { group.addTask { value.value } }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(seen == [1])
  }
}
