import Incremental
import Testing

@Suite struct DigestTests {
  @Test func `A digest is SHA-256, in hexadecimal and back`() {
    let digest = Digest(of: "abc")
    #expect(digest.hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Digest(hex: digest.hex) == digest)
    #expect(Digest(of: "") != Digest(of: "a"))
    #expect(Digest(hex: "ab") == nil)
  }

  @Test func `Digests sort as their bytes do`() {
    let digests = (0..<50).map { Digest(of: "\($0)") }
    let sorted = digests.sorted().map(\.hex)
    #expect(sorted == digests.map(\.hex).sorted())
  }
}
