#include "CICU.h"

#include <unicode/ucnv.h>

bool gongbao_icu_knows(const char *charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(charset, &status);
  if (U_FAILURE(status)) return false;
  ucnv_close(converter);
  return true;
}
