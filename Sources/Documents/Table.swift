/// A table of a page, cell by cell. Its rows are blocks of their own as well.
package struct Table: Equatable, ArtifactCodable, Encodable {
  package struct Cell: Equatable, ArtifactCodable, Encodable {
    /// From 0; spans move the cells behind and below them.
    package var row: Int
    package var column: Int
    /// 1 and up, capped by clean.
    package var rowSpan: Int
    package var columnSpan: Int
    package var isHeader: Bool
    /// Byte range in ``Page/text``; empty for an empty cell.
    package var range: Range<Int>

    package init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, isHeader: Bool, range: Range<Int>) {
      self.row = row
      self.column = column
      self.rowSpan = rowSpan
      self.columnSpan = columnSpan
      self.isHeader = isHeader
      self.range = range
    }

    package func encode(into writer: inout ArtifactWriter) {
      writer.write(count: row)
      writer.write(count: column)
      writer.write(count: rowSpan)
      writer.write(count: columnSpan)
      writer.write(isHeader)
      writer.write(range)
    }

    package init(from reader: inout ArtifactReader) throws(ArtifactError) {
      row = try reader.readCount()
      column = try reader.readCount()
      rowSpan = try reader.readCount()
      columnSpan = try reader.readCount()
      isHeader = try reader.readBool()
      range = try reader.readRange()
    }
  }

  /// Indices into ``Page/blocks``: the table's rows.
  package var rows: Range<Int>
  /// Index of the block that names the table, where one does.
  package var caption: Int?
  /// In reading order.
  package var cells: [Cell]

  package init(rows: Range<Int>, caption: Int? = nil, cells: [Cell]) {
    self.rows = rows
    self.caption = caption
    self.cells = cells
  }

  package func encode(into writer: inout ArtifactWriter) {
    writer.write(rows)
    writer.write(caption)
    writer.write(cells)
  }

  package init(from reader: inout ArtifactReader) throws(ArtifactError) {
    rows = try reader.readRange()
    caption = try reader.readOptional { reader throws(ArtifactError) in try reader.readInt() }
    cells = try reader.readArray()
  }
}
