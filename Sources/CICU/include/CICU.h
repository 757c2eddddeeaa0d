#ifndef GONGBAO_CICU_H
#define GONGBAO_CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A decoded text. Free it with `gongbao_icu_free`.
typedef struct {
  /// UTF-8, `text_count` bytes.
  uint8_t *text;
  size_t text_count;
  /// How many source bytes are no character; each stands as one U+FFFD in the text.
  size_t replaced;
  /// Pairs (offset in the text, offset in the source), ascending: places where a character begins in both.
  size_t *marks;
  size_t mark_count;
} gongbao_icu_text;

/// Decodes bytes of a charset that ICU knows by that name.
///
/// `mark_stride`: a mark about every so many bytes of text, 1 for every character.
/// Returns false where ICU has no such converter or memory runs out; `text` is then untouched.
bool gongbao_icu_decode(const char *charset, const uint8_t *bytes, size_t count, size_t mark_stride,
                        gongbao_icu_text *text);

void gongbao_icu_free(gongbao_icu_text *text);

/// Whether ICU has a converter of that name.
bool gongbao_icu_knows(const char *charset);

#endif
