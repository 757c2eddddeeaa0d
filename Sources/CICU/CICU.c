#include "CICU.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

enum { CHUNK = 4096 };

static const UChar REPLACEMENT = 0xFFFD;

/// Writes U+FFFD for each byte that is no character. A trail byte that is ASCII stands for itself: a damaged pair must
/// not take the markup behind it along. Of UTF-16 two bytes are one.
static void replace(const void *context, UConverterToUnicodeArgs *args, const char *units, int32_t length,
                    UConverterCallbackReason reason, UErrorCode *status) {
  if (reason > UCNV_IRREGULAR) return;
  size_t *replaced = (size_t *)context;
  *status = U_ZERO_ERROR;
  if (ucnv_getMinCharSize(args->converter) == 2) {
    *replaced += (size_t)(length + 1) / 2;
    for (int32_t i = 0; i < length; i += 2) ucnv_cbToUWriteUChars(args, &REPLACEMENT, 1, 0, status);
    return;
  }
  for (int32_t i = 0; i < length; i++) {
    UChar unit = REPLACEMENT;
    if (i > 0 && (uint8_t)units[i] < 0x80) {
      unit = (uint8_t)units[i];
    } else {
      *replaced += 1;
    }
    ucnv_cbToUWriteUChars(args, &unit, 1, 0, status);
  }
}

typedef struct {
  uint8_t *bytes;
  size_t count, capacity;
  size_t *marks;
  size_t mark_count, mark_capacity;
} buffer;

static bool reserve(buffer *to, size_t bytes, size_t marks) {
  if (to->count + bytes > to->capacity) {
    size_t capacity = (to->count + bytes) * 3 / 2;
    uint8_t *grown = realloc(to->bytes, capacity);
    if (grown == NULL) return false;
    to->bytes = grown;
    to->capacity = capacity;
  }
  if (to->mark_count + 2 * marks > to->mark_capacity) {
    size_t capacity = (to->mark_count + 2 * marks) * 2;
    size_t *grown = realloc(to->marks, capacity * sizeof(size_t));
    if (grown == NULL) return false;
    to->marks = grown;
    to->mark_capacity = capacity;
  }
  return true;
}

static size_t put(uint8_t *to, uint32_t scalar) {
  if (scalar < 0x80) {
    to[0] = (uint8_t)scalar;
    return 1;
  }
  if (scalar < 0x800) {
    to[0] = (uint8_t)(0xC0 | scalar >> 6);
    to[1] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 2;
  }
  if (scalar < 0x10000) {
    to[0] = (uint8_t)(0xE0 | scalar >> 12);
    to[1] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
    to[2] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 3;
  }
  to[0] = (uint8_t)(0xF0 | scalar >> 18);
  to[1] = (uint8_t)(0x80 | (scalar >> 12 & 0x3F));
  to[2] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
  to[3] = (uint8_t)(0x80 | (scalar & 0x3F));
  return 4;
}

bool gongbao_icu_decode(const char *charset, const uint8_t *bytes, size_t count, size_t mark_stride,
                        gongbao_icu_text *text) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &status);
  if (U_FAILURE(status)) return false;
  size_t replaced = 0;
  ucnv_setToUCallBack(converter, replace, &replaced, NULL, NULL, &status);

  buffer to = {0};
  UChar units[CHUNK];
  int32_t offsets[CHUNK];
  const char *source = (const char *)bytes;
  const char *limit = source + count;
  size_t last_mark = 0, last_source = 0;
  UChar high = 0;
  size_t high_source = 0;
  bool whole = U_SUCCESS(status) && reserve(&to, count + count / 2 + 16, count / (mark_stride * 2) + 4);

  while (whole) {
    UChar *target = units;
    const char *start = source;
    status = U_ZERO_ERROR;
    // Chunks, because ICU counts offsets in 32 bits; a chunk starts where the last call stopped.
    const char *end = limit - source > (1 << 24) ? source + (1 << 24) : limit;
    ucnv_toUnicode(converter, &target, units + CHUNK, &source, end, offsets, end == limit, &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
      whole = false;
      break;
    }
    size_t made = (size_t)(target - units);
    if (!reserve(&to, made * 3 + 8, made + 2)) {
      whole = false;
      break;
    }
    for (size_t i = 0; i < made; i++) {
      UChar unit = units[i];
      // A character whose first bytes came with an earlier chunk has the offset -1.
      size_t at = offsets[i] >= 0 ? (size_t)(start - (const char *)bytes) + (size_t)offsets[i] : last_source;
      last_source = at;
      uint32_t scalar = unit;
      if (unit >= 0xD800 && unit < 0xDC00) {
        if (high != 0) to.count += put(to.bytes + to.count, REPLACEMENT);
        high = unit;
        high_source = at;
        continue;
      }
      if (unit >= 0xDC00 && unit < 0xE000) {
        scalar = high != 0 ? 0x10000 + ((uint32_t)(high - 0xD800) << 10) + (unit - 0xDC00) : REPLACEMENT;
        if (high != 0) at = high_source;
      } else if (high != 0) {
        to.count += put(to.bytes + to.count, REPLACEMENT);
      }
      high = 0;
      if (to.mark_count == 0 || to.count - last_mark >= mark_stride) {
        if (to.mark_count == 0 || at > to.marks[to.mark_count - 1]) {
          to.marks[to.mark_count++] = to.count;
          to.marks[to.mark_count++] = at;
          last_mark = to.count;
        }
      }
      to.count += put(to.bytes + to.count, scalar);
    }
    if (status != U_BUFFER_OVERFLOW_ERROR && source == limit) break;
  }
  ucnv_close(converter);
  if (!whole) {
    free(to.bytes);
    free(to.marks);
    return false;
  }
  text->text = to.bytes;
  text->text_count = to.count;
  text->replaced = replaced;
  text->marks = to.marks;
  text->mark_count = to.mark_count / 2;
  return true;
}

void gongbao_icu_free(gongbao_icu_text *text) {
  free(text->text);
  free(text->marks);
  text->text = NULL;
  text->marks = NULL;
}

bool gongbao_icu_knows(const char *charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &status);
  if (U_FAILURE(status)) return false;
  ucnv_close(converter);
  return true;
}
