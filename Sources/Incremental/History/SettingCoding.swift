/// A version's settings as they lie in its row.
enum SettingCoding {
  static func encode(_ settings: [StageVersion.Setting]) -> [UInt8] {
    var writer = RecordWriter()
    writer.write(UInt64(settings.count))
    for setting in settings {
      writer.write(setting.name)
      writer.write(setting.value)
    }
    return writer.bytes
  }

  static func decode(_ bytes: [UInt8]) -> [StageVersion.Setting] {
    var reader = RecordReader(bytes)
    var settings: [StageVersion.Setting] = []
    for _ in 0..<(reader.count() ?? 0) {
      guard let name = reader.text(), let value = reader.text() else { break }
      settings.append(StageVersion.Setting(name, value))
    }
    return settings
  }
}
