/// Loads what is made of the embedded files.
///
/// The files are part of the program, and a test loads every one: that one is faulty can only be a fault of the build,
/// no input reaches it. So their readers throw, and their shared values do not.
package func builtIn<Value>(_ load: () throws(LexiconError) -> Value) -> Value {
  do {
    return try load()
  } catch {
    preconditionFailure("The built-in lexicon is faulty: \(error)")
  }
}
