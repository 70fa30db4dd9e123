// Debian builds libxml2 with ICU, and <libxml/encoding.h> then includes <unicode/ucnv.h>, whose
// UErrorCode differs from the one inside Swift's Foundation: a file that imports both does not
// compile. The macro changes only the fields of xmlCharEncodingHandler, which nobody here touches.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
