package import Documents

/// A page and the way from its blocks back to the document's bytes.
package struct CleanOutput: Sendable, Equatable {
  package var page: Page
  package var map: PageMap

  package init(page: Page, map: PageMap) {
    self.page = page
    self.map = map
  }
}
