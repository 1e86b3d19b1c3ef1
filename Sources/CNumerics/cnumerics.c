#include "CNumerics.h"
typedef int eh_placeholder_CNumerics;
