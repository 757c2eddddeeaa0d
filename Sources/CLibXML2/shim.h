#ifndef GONGBAO_CLIBXML2_SHIM_H
#define GONGBAO_CLIBXML2_SHIM_H

// Debian's libxml2 is built with ICU, and its headers then bring ICU's own, whose types clash with the ones that Foundation
// carries (a build fails, or not, by the order in which modules are loaded). Only the inside of xmlCharEncodingHandler
// depends on it, which nothing here looks into.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#endif
