#ifndef GONGBAO_CLIBXML2_SHIM_H
#define GONGBAO_CLIBXML2_SHIM_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// xmlFree is a global function pointer, which Swift 6 sees as shared mutable state.
static inline void gongbao_xmlFree(void *memory) { xmlFree(memory); }

#endif
