/// How a group stands.
package struct GroupRecord: Sendable {
  package var name: String
  /// Whether a member changed since it was last done.
  package var isPending: Bool
  package var members: Int
  package var step: StepRecord?
}

extension StoreReader {
  package func group(named name: String) throws(EngineError) -> GroupRecord? {
    let statement = try connection.statement(
      """
      SELECT name, dirty, step, (SELECT count(*) FROM member WHERE group_name = grouping.name)
      FROM grouping WHERE name = ?
      """
    )
    .bind(1, name)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    return GroupRecord(
      name: statement.text(0),
      isPending: statement.integer(1) != 0,
      members: Int(statement.integer(3)),
      step: statement.isNull(2) ? nil : try steps(statement.bytes(2))?.first
    )
  }
}
