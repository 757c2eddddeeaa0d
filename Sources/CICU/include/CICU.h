#ifndef GONGBAO_CICU_H
#define GONGBAO_CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether ICU has a converter of that name.
bool gongbao_icu_knows(const char *charset);

#endif
